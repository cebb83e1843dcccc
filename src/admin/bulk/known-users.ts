import type { UserPage, UserQuery } from "@hellojohn/contract";
import type { InfiniteData, QueryClient } from "@tanstack/react-query";
import type { AdminClient } from "../react/admin-client.js";
import { adminKeys } from "../react/keys.js";
import type { BulkTarget } from "./bulk-action.js";
import type { BulkChoice } from "./resolve-targets.js";

/** Finds users that lists have told of, as clear or as masked as the list of this choice. */
export function knownUsers(
  cache: QueryClient,
  admin: AdminClient,
  { query }: BulkChoice,
): (id: string) => BulkTarget | undefined {
  const known = new Map<string, BulkTarget>();
  const kept = cache.getQueriesData<UserPage | InfiniteData<UserPage>>({
    queryKey: adminKeys.users(admin),
  });
  for (const [key, data] of kept) {
    if (!data || (key.at(-1) as UserQuery).masked !== query.masked) continue;
    for (const page of "data" in data ? [data] : data.pages)
      for (const user of page.data) known.set(user.id, user);
  }
  return (id) => known.get(id);
}
