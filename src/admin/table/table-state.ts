"use client";

import type { UserSort } from "@hellojohn/contract";
import { useEffect, useMemo, useReducer } from "react";

/** Which users a table shows, and in what order. */
export interface TableQuery {
  /** Part of a name, an address or an id. */
  q?: string | undefined;
  sort?: UserSort | undefined;
  order?: "asc" | "desc" | undefined;
  /** Users on a page. */
  limit?: number | undefined;
  status?: string | undefined;
  role?: string | undefined;
  mfaEnrolled?: boolean | undefined;
  emailVerified?: boolean | undefined;
  /** The id of an organization. */
  org?: string | undefined;
  /** Days such as `2026-03-01`; both belong to the span. */
  createdAfter?: string | undefined;
  createdBefore?: string | undefined;
}

/** Keeps what a table shows. `linkState` makes one of an app's router, `browserTableState` of the page's address. */
export interface TableState {
  /** The same object until something else is shown; nothing before anyone chose. */
  get(): TableQuery | undefined;
  /** `replace` where going back should skip what was shown. */
  set(query: TableQuery, options: { replace: boolean }): void;
  subscribe(listener: () => void): () => void;
}

/** For one table alone. */
function inMemory(): TableState {
  let kept: TableQuery | undefined;
  let tell = () => {};
  return {
    get: () => kept,
    set(query) {
      kept = query;
      tell();
    },
    subscribe(listener) {
      tell = listener;
      return () => {};
    },
  };
}

export interface QueryOptions {
  /** Keeps what is shown; the table's memory unless said otherwise. */
  state?: TableState | undefined;
  /** What a table shows before anyone chose. */
  defaultQuery?: TableQuery | undefined;
  /** Users on a page; 50 unless said otherwise. */
  pageSize?: number | undefined;
}

/** What a table shows, and a way to show something else; `undefined` takes a condition away. */
export function useTableQuery({
  state,
  defaultQuery,
  pageSize = 50,
}: QueryOptions): [TableQuery, (changes: TableQuery, replace?: boolean) => void] {
  const store = useMemo(() => state ?? inMemory(), [state]);
  // Not useSyncExternalStore: React 18 misses a step back when what went before was drawn in two goes.
  const [, redraw] = useReducer((times: number) => times + 1, 0);
  useEffect(() => store.subscribe(redraw), [store]);
  // Read when asked: a search that waited for the last letter must not undo what was chosen meanwhile.
  const read = () => ({ limit: pageSize, ...(store.get() ?? defaultQuery) });
  const change = (changes: TableQuery, replace = false) =>
    // What is undefined is left out.
    store.set(JSON.parse(JSON.stringify({ ...read(), ...changes })), { replace });
  return [read(), change];
}

/** What narrows the list besides the text that is searched for. */
export function filtersOf({ q: _q, sort: _s, order: _o, limit: _l, ...filters }: TableQuery) {
  return filters;
}

/** Changes that take all of these conditions away. */
export const without = (conditions: TableQuery): TableQuery =>
  Object.fromEntries(Object.keys(conditions).map((part) => [part, undefined]));
