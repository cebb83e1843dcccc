import { row } from "./endpoint.js";
import type { UserPage, UserQuery, UserSearch } from "./users.js";

/** What a table of users asks before anything is done to anyone: all that its first load carries of the administrators' rows. */
export const userListEndpoints = {
  listUsers: row("GET", "admin")<UserPage, undefined, UserQuery>()("/v1/users", "users:read"),
  searchUsers: row("POST", "admin")<UserPage, UserSearch>()(
    "/v1/admin/users/search",
    "users:read",
    {
      reads: true,
    },
  ),
};
