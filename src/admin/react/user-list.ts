import type { UserDetails, UserPage, UserQuery } from "@hellojohn/contract";
import { userListEndpoints as rows } from "@hellojohn/contract/user-list-endpoints";
import { searchBodyOf } from "@hellojohn/contract/user-search";
import {
  type DataTag,
  type InfiniteData,
  keepPreviousData,
  type UseInfiniteQueryOptions,
} from "@tanstack/react-query";
import type { ReadOptions } from "../../client/index.js";
import { differs, type ReadOf } from "../../react/index.js";
import type { AdminClient } from "./admin-client.js";
import { adminKeys as keys } from "./keys.js";

/** One page. What is searched for travels in a body, for it may be an address. */
export const fetchUsers = (
  { call }: AdminClient,
  query: UserQuery,
  options: ReadOptions = {},
): Promise<UserPage> =>
  query.q
    ? call(rows.searchUsers, { ...options, body: searchBodyOf(query) })
    : call(rows.listUsers, { ...options, query });

/** Gives every user who is as she was the object she was, so that her row is not drawn again. */
function shareUsers(old: readonly UserDetails[], next: readonly UserDetails[]): UserDetails[] {
  let byId: Map<string, UserDetails> | undefined;
  const find = (id: string) => (byId ??= new Map(old.map((user) => [user.id, user]))).get(id);
  return next.map((user, at) => {
    // Most stand where they stood, and a change made here leaves the others the objects they were.
    const there = old[at];
    const before = there?.id === user.id ? there : find(user.id);
    return before && before !== user && !differs(before, user) ? before : user;
  });
}

const sharePage = (old: UserPage | undefined, next: UserPage): UserPage =>
  old && old !== next ? { ...next, data: shareUsers(old.data, next.data) } : next;

/** One page of users; the page before stays until the next one is there. */
export const userListOptions = (admin: AdminClient, query: UserQuery = {}): ReadOf<UserPage> => ({
  queryKey: keys.userList(admin, query) as unknown as DataTag<readonly unknown[], UserPage, Error>,
  queryFn: ({ signal }) => fetchUsers(admin, query, { signal }),
  enabled: admin.enabled,
  staleTime: 30_000,
  placeholderData: keepPreviousData,
  structuralSharing: (old, next) => sharePage(old as UserPage | undefined, next as UserPage),
  retry: false,
  networkMode: "always",
});

type Pages = InfiniteData<UserPage, string | undefined>;

export type PagesOf = UseInfiniteQueryOptions<
  UserPage,
  Error,
  Pages,
  readonly unknown[],
  string | undefined
>;

/** Users page after page, for a list that grows while it is scrolled. */
export const userPagesOptions = (admin: AdminClient, query: UserQuery = {}): PagesOf => ({
  queryKey: keys.userPages(admin, query),
  queryFn: ({ signal, pageParam }) =>
    fetchUsers(admin, { ...query, ...(pageParam && { cursor: pageParam }) }, { signal }),
  initialPageParam: undefined,
  getNextPageParam: ({ pagination }) => pagination.nextCursor ?? undefined,
  enabled: admin.enabled,
  staleTime: 30_000,
  placeholderData: keepPreviousData,
  structuralSharing(old, next) {
    // What stands in for an answer is the same on each draw, and must stay so.
    if (old === next) return next;
    const before = old as Pages | undefined;
    const { pages, pageParams } = next as Pages;
    return { pageParams, pages: pages.map((page, at) => sharePage(before?.pages[at], page)) };
  },
  retry: false,
  networkMode: "always",
});
