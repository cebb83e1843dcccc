import {
  refuseFields,
  type UserFilters,
  type UserQuery,
  type UserSearch,
} from "@hellojohn/contract";
import type { FakeUser } from "./make-user.js";
import type { State } from "./state.js";
import type { Order } from "./user-order.js";
import { displayName, statusOf } from "./users.js";
import { holdsWords } from "./word-search.js";

type Found = Omit<UserQuery, "limit" | "cursor" | "include" | "masked">;

/** Who is looked for, under one name each, and in which order. */
export interface Selection {
  order: Order;
  words: readonly string[];
  filters: { [Name in keyof UserFilters]: UserFilters[Name] | undefined };
}

/** One of two names of the same thing; both together must say the same. */
function oneOf<T>(values: Record<string, T | undefined>): T | undefined {
  const [one, other] = Object.values(values);
  if (one !== undefined && other !== undefined && one !== other) {
    const reason = { code: "duplicate_field", message: "Send one of the two names" };
    throw refuseFields(Object.fromEntries(Object.keys(values).map((name) => [name, [reason]])));
  }
  return one ?? other;
}

/** Names go from A to Z, times from the newest back. */
const usual = { created_at: "desc", last_sign_in_at: "desc", email: "asc", name: "asc" } as const;

/** Reads a list's query. */
export function selectionOf(query: Found, within = ""): Selection {
  const { email, status, role, disabled, mfaEnrolled, emailVerified } = query;
  const { createdAfter, createdBefore } = query;
  const sort = oneOf({ sort: query.sort, orderBy: query.orderBy }) ?? "created_at";
  const direction = oneOf({ order: query.order, direction: query.direction }) ?? usual[sort];
  const text = oneOf({ q: query.q, search: query.search }) ?? "";
  const org = oneOf({
    [`${within}org`]: query.org,
    [`${within}organizationId`]: query.organizationId,
  });
  const flags = { disabled, mfaEnrolled, emailVerified };
  return {
    order: { sort, direction },
    words: text.toLowerCase().split(/\s+/).filter(Boolean),
    filters: { email, status, role, ...flags, org, createdAfter, createdBefore },
  };
}

/** Reads the body of a search, which says the same in other words. */
export const selectionIn = ({ query, filters, sort }: UserSearch): Selection =>
  selectionOf({ ...filters, q: query, sort: sort?.field, order: sort?.direction }, "filters.");

const textOf = (user: FakeUser) =>
  `\n${user.email}\n${displayName(user) ?? ""}\n${user.id}\n`.toLowerCase();

/** Makes the test that tells whether a person is looked for. */
export function matcher(state: State, { words, filters }: Selection): (user: FakeUser) => boolean {
  const { email, status, role, disabled, mfaEnrolled, emailVerified, org } = filters;
  const address = email?.toLowerCase();
  const after = filters.createdAfter && new Date(filters.createdAfter);
  const before = filters.createdBefore && new Date(filters.createdBefore);
  const members = new Set(
    state.memberships.filter((each) => each.organizationId === org).map(({ userId }) => userId),
  );
  const is = <T>(wanted: T | undefined, actual: T) => wanted === undefined || wanted === actual;
  return (user) =>
    is(role, user.role) &&
    is(disabled, user.disabled) &&
    is(mfaEnrolled, user.mfaEnrolled) &&
    is(emailVerified, user.emailVerified) &&
    (status === undefined || status === statusOf(user)) &&
    (address === undefined || address === user.email.toLowerCase()) &&
    (org === undefined || members.has(user.id)) &&
    (!after || user.createdAt >= after) &&
    (!before || user.createdAt <= before) &&
    (words.length === 0 || holdsWords(textOf(user), words));
}
