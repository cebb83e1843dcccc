import type { UserSort } from "@hellojohn/contract";
import type { FakeUser } from "./make-user.js";
import type { State } from "./state.js";
import { displayName } from "./users.js";

/** A place in an order. */
export interface Place {
  key: string | number;
  id: string;
}

/** A person at her place. */
export interface Placed extends Place {
  user: FakeUser;
}

export interface Order {
  sort: UserSort;
  direction: "asc" | "desc";
}

/** Who has no name comes after the last letter, who never signed in before the first day. */
const keys: Record<UserSort, (user: FakeUser) => string | number> = {
  created_at: (user) => user.createdAt.getTime(),
  email: (user) => user.email.toLowerCase(),
  name: (user) => displayName(user)?.toLowerCase() ?? "\uffff",
  last_sign_in_at: (user) => user.lastSignInAt?.getTime() ?? Number.MIN_SAFE_INTEGER,
};

function ascending(one: Place, other: Place): number {
  if (one.key !== other.key) return one.key < other.key ? -1 : 1;
  return one.id < other.id ? -1 : Number(one.id !== other.id);
}

/** Says which of two places comes first; people who are alike stand in the order of their ids. */
export const comparing = ({ direction }: Order) =>
  direction === "asc" ? ascending : (one: Place, other: Place) => ascending(other, one);

interface Kept {
  revision: number;
  placed: readonly Placed[];
}

const kept = new WeakMap<State, Map<string, Kept>>();

/** Who was in order before comes first: what is nearly sorted is sorted soon. */
function inOldOrder({ users }: State, before: readonly Placed[]): Iterable<FakeUser> {
  const ordered = new Set<FakeUser>();
  for (const { user } of before) if (users.get(user.id) === user) ordered.add(user);
  for (const user of users.values()) ordered.add(user);
  return ordered;
}

/** Everyone in an order, which is kept until someone changes. */
export function everyone(state: State, order: Order): readonly Placed[] {
  const orders = kept.get(state) ?? new Map<string, Kept>();
  kept.set(state, orders);
  const name = `${order.sort} ${order.direction}`;
  const last = orders.get(name);
  if (last?.revision === state.revision) return last.placed;
  const keyOf = keys[order.sort];
  const users = inOldOrder(state, last?.placed ?? []);
  const placed = Array.from(users, (user) => ({ user, key: keyOf(user), id: user.id }));
  placed.sort(comparing(order));
  orders.set(name, { revision: state.revision, placed });
  return placed;
}
