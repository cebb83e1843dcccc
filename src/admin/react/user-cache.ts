import type { AdminUser, UserDetails, UserPage } from "@hellojohn/contract";
import type { InfiniteData, QueryClient } from "@tanstack/react-query";
import type { AdminClient } from "./admin-client.js";
import { adminKeys as keys } from "./keys.js";

type Kept = UserPage | InfiniteData<UserPage> | undefined;

/** Changes one user in a page that shows her, and leaves every other page as it is. */
function changeIn(page: UserPage, id: string, change: (user: UserDetails) => UserDetails[]) {
  if (!page.data.some((user) => user.id === id)) return page;
  return { ...page, data: page.data.flatMap((user) => (user.id === id ? change(user) : user)) };
}

function changeEverywhere(
  cache: QueryClient,
  admin: AdminClient,
  id: string,
  change: (user: UserDetails) => UserDetails[],
): void {
  cache.setQueriesData<Kept>({ queryKey: keys.users(admin) }, (kept) => {
    if (!kept) return kept;
    if ("data" in kept) return changeIn(kept, id, change);
    return { ...kept, pages: kept.pages.map((page) => changeIn(page, id, change)) };
  });
}

/** Shows a user as the server just told her, wherever she is shown; older news does nothing. */
export function showUser(cache: QueryClient, admin: AdminClient, told: AdminUser): void {
  const merge = (user: UserDetails): UserDetails =>
    user.version > told.version ? user : { ...user, ...told };
  changeEverywhere(cache, admin, told.id, (user) => [merge(user)]);
  cache.setQueryData<UserDetails>(keys.user(admin, told.id), (user) => user && merge(user));
  // What belongs to her may have changed with her.
  void cache.invalidateQueries({ queryKey: keys.user(admin, told.id) });
}

/** Takes a deleted user out of every list. */
export function dropUser(cache: QueryClient, admin: AdminClient, id: string): void {
  changeEverywhere(cache, admin, id, () => []);
  cache.removeQueries({ queryKey: keys.user(admin, id) });
}

/** Lists are asked for again: a change may have moved someone into them, out of them, or elsewhere in them. */
export const refreshUsers = (cache: QueryClient, admin: AdminClient): Promise<void> =>
  cache.invalidateQueries({ queryKey: keys.users(admin) });
