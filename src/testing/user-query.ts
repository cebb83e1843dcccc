import {
  refuseFields,
  type UserFilters,
  type UserQuery,
  type UserSearch,
} from "@hellojohn/contract";
import type { FakeUser } from "./make-user.js";
import type { State } from "./state.js";
import type { Order } from "./user-order.js";
import { statusOf } from "./users.js";
import { holdsWords, searchText } from "./word-search.js";

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

/** The body of a search as the query that says the same. */
export const queryIn = ({ query, filters, sort }: UserSearch): Found => ({
  ...filters,
  ...{ q: query, sort: sort?.field, order: sort?.direction },
});

/** Names that a refusal has in the body of a search. */
export const inSearch = "filters.";

export const selectionIn = (search: UserSearch): Selection =>
  selectionOf(queryIn(search), inSearch);

type Condition = (user: FakeUser) => boolean;

const conditionOf: {
  [Name in keyof UserFilters]-?: (
    wanted: NonNullable<UserFilters[Name]>,
    state: State,
  ) => Condition;
} = {
  email: (email) => (user) => user.email.toLowerCase() === email.toLowerCase(),
  status: (status) => (user) => statusOf(user) === status,
  role: (role) => (user) => user.role === role,
  disabled: (disabled) => (user) => user.disabled === disabled,
  mfaEnrolled: (enrolled) => (user) => user.mfaEnrolled === enrolled,
  emailVerified: (verified) => (user) => user.emailVerified === verified,
  org(id, { memberships }) {
    const members = memberships.filter((each) => each.organizationId === id);
    const ids = new Set(members.map(({ userId }) => userId));
    return (user) => ids.has(user.id);
  },
  createdAfter(time) {
    const first = new Date(time);
    return (user) => user.createdAt >= first;
  },
  createdBefore(time) {
    const last = new Date(time);
    return (user) => user.createdAt <= last;
  },
};

/** What must hold of a person who is looked for. */
export function conditionsOf(state: State, { words, filters }: Selection): Condition[] {
  const make = conditionOf as Record<string, (wanted: unknown, state: State) => Condition>;
  const given = Object.entries(filters).filter(([, wanted]) => wanted !== undefined);
  return [
    ...given.flatMap(([name, wanted]) => make[name]?.(wanted, state) ?? []),
    ...(words.length === 0 ? [] : [(user: FakeUser) => holdsWords(searchText(user), words)]),
  ];
}
