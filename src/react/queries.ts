import type { Me, Session } from "@hellojohn/contract";
import type { DataTag, QueryFunction, UseQueryOptions } from "@tanstack/react-query";
import type { HelloJohnClient, ReadOptions, SessionState } from "../client/index.js";
import { differs } from "./guess.js";
import { keys } from "./keys.js";

/** Options for `useQuery`, `useSuspenseQuery`, `prefetchQuery` and their kind; the key knows the type of the data. */
export type ReadOf<T> = Omit<UseQueryOptions<T>, "queryKey" | "queryFn"> & {
  queryKey: DataTag<readonly unknown[], T, Error>;
  queryFn: QueryFunction<T>;
};

/** What every read of the server has in common. */
export function readOf<T>(
  enabled: boolean,
  staleTime: number,
  queryKey: readonly unknown[],
  get: (options: ReadOptions) => Promise<T>,
): ReadOf<T> {
  return {
    queryKey: queryKey as DataTag<readonly unknown[], T, Error>,
    queryFn: ({ signal }) => get({ signal }),
    enabled,
    staleTime,
    // Dates make equal answers differ; what has not changed stays the same object.
    structuralSharing: (old, next) => (differs(old, next) ? next : old),
    // The client has tried again already, and says when there is no network.
    retry: false,
    networkMode: "always",
  };
}

function ownOf<T>(
  { session }: HelloJohnClient,
  keyOf: (state: SessionState) => readonly unknown[],
  get: (options: ReadOptions) => Promise<T>,
): ReadOf<T> {
  const state = session.get();
  return readOf(state.status === "signed-in", 60_000, keyOf(state), get);
}

/** The signed-in person and what she may edit. */
export const meOptions = (client: HelloJohnClient): ReadOf<Me> =>
  ownOf(client, keys.me, client.user.get);

/** Where the signed-in person is signed in. */
export const sessionsOptions = (client: HelloJohnClient): ReadOf<Session[]> =>
  ownOf(client, keys.sessions, client.sessions.list);
