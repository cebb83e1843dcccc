"use client";

import type { UserDetails, UserQuery } from "@hellojohn/contract";
import { hashKey, useInfiniteQuery } from "@tanstack/react-query";
import { useMemo, useRef, useState } from "react";
import { useAdmin } from "../react/context.js";
import { userPagesOptions } from "../react/user-list.js";
import type { TableQuery } from "./table-state.js";

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

/** The users a query finds. What was shown stays until they are there, except clear data where a mask is asked for. */
export function useUserList(query: TableQuery, masked: boolean, grows: boolean): UserList {
  const admin = useAdmin();
  const request = requestOf(query, masked);
  const place = hashKey([query]);
  const [{ of, cursors }, setPlace] = useState<{ of: string; cursors: readonly string[] }>({
    of: place,
    cursors: [],
  });
  const stack = of === place ? cursors : [];
  // A page is a list that does not grow.
  const { data, error, isFetching, ...list } = useInfiniteQuery({
    ...userPagesOptions(
      admin,
      grows ? { ...request, limit: 100 } : { ...request, cursor: stack.at(-1) },
    ),
    // Rows of another query stand in until the answer is there, but they are told from it.
    placeholderData: () => undefined,
    enabled: ({ state }) => admin.enabled && (state.data?.pages.length ?? 0) <= mostPagesRefreshed,
  });

  const known = data?.pages;
  // What was there stays while an answer is awaited, and when it does not come.
  const last = useRef({ known, masked, offset: 0 });
  if (known) last.current = { known, masked, offset: stack.length * (query.limit ?? 0) };
  const shown = last.current.masked === masked ? last.current.known : undefined;
  const users = useMemo(() => noUsers.concat(...(shown ?? []).map((page) => page.data)), [shown]);
  const end = shown?.at(-1)?.pagination;

  const go = (next: readonly string[]) => () => setPlace({ of: place, cursors: next });
  const following = known && !error && end?.nextCursor;
  return {
    request,
    users,
    total: end?.total,
    isEstimate: end?.totalIsEstimate ?? false,
    offset: last.current.offset,
    isStale: !known && !!shown,
    isFetching,
    error,
    retry: () => void list.refetch(),
    previous: stack.length > 0 ? go(stack.slice(0, -1)) : undefined,
    next: following && !grows ? go([...stack, following]) : undefined,
    more: following && grows && !isFetching ? () => void list.fetchNextPage() : undefined,
  };
}
