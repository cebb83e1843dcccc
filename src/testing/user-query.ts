import { refuseFields, type UserQuery, type UserSearch } from "@hellojohn/contract";
import type { FakeUser } from "./make-user.js";
import type { State } from "./state.js";
import type { Order } from "./user-order.js";
import { displayName, statusOf } from "./users.js";

type Found = Omit<UserQuery, "limit" | "cursor" | "include">;

/** What is looked for, under one name each. */
export interface Wanted {
  order: Order;
  /** Every word must be found somewhere. */
  words: readonly string[];
  filters: Pick<
    Found,
    | "email"
    | "status"
    | "role"
    | "disabled"
    | "mfaEnrolled"
    | "emailVerified"
    | "org"
    | "createdAfter"
    | "createdBefore"
  >;
}

/** One thing under two names; both may be given when they say the same. */
function either<T>(given: Record<string, T | undefined>): T | undefined {
  const [one, other] = Object.values(given);
  if (one !== undefined && other !== undefined && one !== other) {
    const reason = { code: "contradiction", message: "Send one of the two" };
    throw refuseFields(Object.fromEntries(Object.keys(given).map((name) => [name, [reason]])));
  }
  return one ?? other;
}

/** Names go from A to Z, times from the newest back. */
const usual = { created_at: "desc", last_sign_in_at: "desc", email: "asc", name: "asc" } as const;

/** Reads a list's query. */
export function wantedOf(query: Found): Wanted {
  const { email, status, role, disabled, mfaEnrolled, emailVerified, createdAfter, createdBefore } =
    query;
  const q = either({ q: query.q, search: query.search }) ?? "";
  const sort = either({ sort: query.sort, orderBy: query.orderBy }) ?? "created_at";
  const direction = either({ order: query.order, direction: query.direction }) ?? usual[sort];
  const org = either({ org: query.org, organizationId: query.organizationId });
  const flags = { disabled, mfaEnrolled, emailVerified };
  return {
    order: { sort, direction },
    words: q.toLowerCase().split(/\s+/).filter(Boolean),
    filters: { email, status, role, ...flags, org, createdAfter, createdBefore },
  };
}

/** A search says the same as a list's query, in a body. */
export function queryOf({ query, filters = {}, sort, ...rest }: UserSearch): UserQuery {
  return { ...rest, ...filters, q: query, sort: sort?.field, order: sort?.direction };
}

const wordStart = (text: string, word: string): boolean => {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
    if (at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1] ?? "")) return true;
  return false;
};

/** Three characters may stand anywhere; fewer stand at the start of a word. */
const holds = (text: string, word: string): boolean =>
  word.length < 3 ? wordStart(text, word) : text.includes(word);

const textOf = (user: FakeUser) =>
  `${user.email} ${displayName(user) ?? ""} ${user.id}`.toLowerCase();

/** Makes the test that tells whether a person is looked for. */
export function matcher(state: State, { words, filters }: Wanted): (user: FakeUser) => boolean {
  const { email, status, role, disabled, mfaEnrolled, emailVerified, org } = filters;
  const address = email?.toLowerCase();
  const after = filters.createdAfter && new Date(filters.createdAfter);
  const before = filters.createdBefore && new Date(filters.createdBefore);
  const members = new Set(
    state.memberships.filter((each) => each.organizationId === org).map(({ userId }) => userId),
  );
  const hasWords = (user: FakeUser) => {
    const text = words.length > 0 ? textOf(user) : "";
    return words.every((word) => holds(text, word));
  };
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
    hasWords(user);
}
