import { refuseFields, type UserQuery, type UserSearch } from "@hellojohn/contract";
import type { UserConditions } from "../../store/user-conditions.js";
import type { UserOrder } from "../../store/user-order.js";

/** Who is asked for, and in which order. */
export interface UserSelection extends UserOrder {
  conditions: UserConditions;
}

/** One of two names of the same thing; both together must say the same. */
function oneOf<T>(values: Record<string, T | undefined>): T | undefined {
  const given = Object.entries(values).filter(([, value]) => value !== undefined);
  const [first, second] = given;
  if (first && second && first[1] !== second[1])
    throw refuseFields(
      Object.fromEntries(
        given.map(([name]) => [
          name,
          [{ code: "duplicate_field", message: "Send one of the two names" }],
        ]),
      ),
    );
  return first?.[1];
}

const firstDay = Date.parse("0001-01-01T00:00:00Z");
const lastDay = Date.parse("9999-12-31T00:00:00Z");

/** Kept within the years that both JavaScript and PostgreSQL write with four digits. */
function timeOf(value: Date | string | undefined): Date | undefined {
  if (value === undefined) return undefined;
  return new Date(Math.min(Math.max(new Date(value).getTime(), firstDay), lastDay));
}

const wordsOf = (text = ""): string[] => [...new Set(text.split(/\s+/).filter(Boolean))];

type Filters = Omit<UserQuery, "limit" | "cursor" | "include" | "masked">;

/** Reads a list's query. Times and addresses begin with the latest and the first letter unless it says otherwise. */
export function selectionOf(tenantId: string, query: Filters, within = ""): UserSelection {
  const sort = oneOf({ sort: query.sort, orderBy: query.orderBy }) ?? "created_at";
  const usual = sort === "email" || sort === "name" ? "asc" : "desc";
  return {
    sort,
    order: oneOf({ order: query.order, direction: query.direction }) ?? usual,
    conditions: {
      tenantId,
      words: wordsOf(oneOf({ q: query.q, search: query.search })),
      email: query.email?.toLowerCase(),
      status: query.status,
      role: query.role,
      disabled: query.disabled,
      mfaEnrolled: query.mfaEnrolled,
      emailVerified: query.emailVerified,
      organizationId: oneOf({
        [`${within}org`]: query.org,
        [`${within}organizationId`]: query.organizationId,
      }),
      createdAfter: timeOf(query.createdAfter),
      createdBefore: timeOf(query.createdBefore),
    },
  };
}

/** The body of a search as the query that says the same. */
export const queryIn = ({ query, filters, sort }: UserSearch) =>
  ({ ...filters, q: query, sort: sort?.field, order: sort?.direction }) as Filters;

/** Names that a refusal has in the body of a search. */
export const inSearch = "filters.";

export const selectionIn = (tenantId: string, search: UserSearch) =>
  selectionOf(tenantId, queryIn(search), inSearch);
