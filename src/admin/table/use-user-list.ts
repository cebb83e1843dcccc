"use client";

import type { UserDetails, UserPage, UserQuery } from "@hellojohn/contract";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useMemo, useRef, useState } from "react";
import { useAdmin } from "../react/context.js";
import { userListOptions, userPagesOptions } from "../react/user-list.js";
import { identityOf, type TableQuery } from "./table-state.js";

/** What is shown of a list, and ways to more of it. */
export interface UserList {
  /** As the server is asked. */
  request: UserQuery;
  users: readonly UserDetails[];
  /** Unknown until the first answer. */
  total: number | undefined;
  isEstimate: boolean;
  /** How many stand before the first of `users`. */
  offset: number;
  /** These are the rows of another query; the answer to this one is on its way, or did not come. */
  isStale: boolean;
  isFetching: boolean;
  error: Error | null;
  retry(): void;
  /** Of a list in pages. */
  previous: (() => void) | undefined;
  next: (() => void) | undefined;
  /** Of a list that grows. */
  more: (() => void) | undefined;
}

/** A day ends where the next one begins. */
const requestOf = ({ createdBefore, ...query }: TableQuery, masked: boolean): UserQuery => ({
  ...query,
  ...(createdBefore && { createdBefore: `${createdBefore}T23:59:59.999Z` }),
  ...(masked && { masked }),
  include: "restrictions",
});

/** A list this long is not asked for again as a whole; changes made here are shown all the same. */
const mostPagesRefreshed = 5;

/** To begin with: joining whole pages copies them at once. */
const noUsers: UserDetails[] = [];

/** The rows of another query stand in until the answer is there, but they are told from it. */
const nothing = () => undefined;

/** The users a query finds. What was shown stays until they are there, except clear data where a mask is asked for. */
export function useUserList(query: TableQuery, masked: boolean, grows: boolean): UserList {
  const admin = useAdmin();
  const request = requestOf(query, masked);
  const place = identityOf(query);
  const [{ of, cursors }, setPlace] = useState<{ of: string; cursors: readonly string[] }>({
    of: place,
    cursors: [],
  });
  const stack = of === place ? cursors : [];
  const cursor = stack.at(-1);

  const list = useQuery({
    ...userListOptions(admin, cursor ? { ...request, cursor } : request),
    placeholderData: nothing,
    enabled: admin.enabled && !grows,
  });
  const pages = useInfiniteQuery({
    ...userPagesOptions(admin, { ...request, limit: 100 }),
    placeholderData: nothing,
    enabled: ({ state }) =>
      admin.enabled && grows && (state.data?.pages.length ?? 0) <= mostPagesRefreshed,
  });

  const { error, isFetching, refetch } = grows ? pages : list;
  const known: UserPage[] | undefined = useMemo(
    () => (grows ? pages.data?.pages : list.data && [list.data]),
    [grows, pages.data, list.data],
  );
  // What was there stays while an answer is awaited, and when it does not come.
  const now = { known, masked, offset: stack.length * (query.limit ?? 0) };
  const last = useRef(now);
  if (known) last.current = now;
  const { offset } = last.current;
  const shown = last.current.masked === masked ? last.current.known : undefined;
  const users = useMemo(() => noUsers.concat(...(shown ?? []).map(({ data }) => data)), [shown]);
  const end = shown?.at(-1)?.pagination;

  const go = (next: readonly string[]) => () => setPlace({ of: place, cursors: next });
  const following = end?.nextCursor;
  const isSettled = known && !error;
  return {
    request,
    users,
    total: end?.total,
    isEstimate: end?.totalIsEstimate ?? false,
    offset,
    isStale: !known && !!shown,
    isFetching,
    error,
    retry: () => void refetch(),
    previous: stack.length > 0 ? go(stack.slice(0, -1)) : undefined,
    next: !grows && isSettled && following ? go([...stack, following]) : undefined,
    more:
      grows && isSettled && pages.hasNextPage && !pages.isFetching
        ? () => void pages.fetchNextPage()
        : undefined,
  };
}
