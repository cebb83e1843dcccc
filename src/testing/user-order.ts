import type { UserSort } from "@hellojohn/contract";
import type { FakeUser } from "./make-user.js";
import type { State } from "./state.js";
import { displayName } from "./users.js";

type Key = string | number | null;

/** A person at her place in an order. */
export interface Placed {
  user: FakeUser;
  key: Key;
}

export interface Order {
  sort: UserSort;
  direction: "asc" | "desc";
}

const keys: Record<UserSort, (user: FakeUser) => Key> = {
  created_at: (user) => user.createdAt.getTime(),
  email: (user) => user.email.toLowerCase(),
  name: (user) => displayName(user)?.toLowerCase() ?? null,
  last_sign_in_at: (user) => user.lastSignInAt?.getTime() ?? null,
};

const compare = <T extends string | number>(one: T, other: T) =>
  one < other ? -1 : one > other ? 1 : 0;

/** Whoever lacks what is sorted by comes last, whatever the direction. */
function compareKeys(one: Key, other: Key, sign: number): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null);
  return sign * compare(one, other);
}

/** Says which of two people comes first; those who are alike go by id. */
export function comparing({ direction }: Order) {
  const sign = direction === "asc" ? 1 : -1;
  return (one: readonly [Key, string], other: readonly [Key, string]): number =>
    compareKeys(one[0], other[0], sign) || sign * compare(one[1], other[1]);
}

const sorted = new WeakMap<State, { revision: number; orders: Map<string, Placed[]> }>();

/** Everyone in an order, which is kept until someone changes. */
export function everyone(state: State, order: Order): readonly Placed[] {
  let kept = sorted.get(state);
  if (kept?.revision !== state.revision) {
    kept = { revision: state.revision, orders: new Map() };
    sorted.set(state, kept);
  }
  const name = `${order.sort} ${order.direction}`;
  let placed = kept.orders.get(name);
  if (!placed) {
    const keyOf = keys[order.sort];
    const before = comparing(order);
    placed = [...state.users.values()]
      .map((user) => ({ user, key: keyOf(user) }))
      .toSorted((one, other) => before([one.key, one.user.id], [other.key, other.user.id]));
    kept.orders.set(name, placed);
  }
  return placed;
}
