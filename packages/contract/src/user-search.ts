import type { UserFilters, UserQuery, UserSearch } from "./users.js";

/** A list's query as the body of a search, which says the same; what is looked for may be an address. */
export function searchBodyOf(query: UserQuery): UserSearch {
  const { q, search = q, sort, orderBy, order_by, order, direction = order, ...rest } = query;
  const { limit, cursor, include, masked, ...filters } = rest;
  const field = sort ?? orderBy ?? order_by;
  return {
    ...{ query: search, limit, cursor, include, masked, filters: filters as UserFilters },
    ...((field || direction) && { sort: { field: field ?? "created_at", direction } }),
  };
}
