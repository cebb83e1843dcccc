import type { UserSort } from "@hellojohn/contract";
import type { FakeUser } from "./make-user.js";
import type { State } from "./state.js";
import { displayName } from "./users.js";

type Key = string | number;

/** A person at her place in an order. */
export interface Placed {
  user: FakeUser;
  key: Key;
}

export interface Order {
  sort: UserSort;
  direction: "asc" | "desc";
}

/** Who has no name comes after the last letter, who never signed in before the first day. */
const keys: Record<UserSort, (user: FakeUser) => Key> = {
  created_at: (user) => user.createdAt.getTime(),
  email: (user) => user.email.toLowerCase(),
  name: (user) => displayName(user)?.toLowerCase() ?? "\uffff",
  last_sign_in_at: (user) => user.lastSignInAt?.getTime() ?? Number.MIN_SAFE_INTEGER,
};

const compare = (one: Key, other: Key) => (one < other ? -1 : one > other ? 1 : 0);

/** Says which of two places comes first; people who are alike stand in the order of their ids. */
export function comparing({ direction }: Order) {
  const sign = direction === "asc" ? 1 : -1;
  return (one: readonly [Key, string], other: readonly [Key, string]): number =>
    sign * (compare(one[0], other[0]) || compare(one[1], other[1]));
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
