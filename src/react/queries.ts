import type { Me, Session } from "@hellojohn/contract";
import type { DataTag, QueryFunction, UseQueryOptions } from "@tanstack/react-query";
import type { HelloJohnClient, ReadOptions } from "../client/index.js";
import { differs } from "./guess.js";
import { keys } from "./keys.js";

/** Options for `useQuery`, `useSuspenseQuery`, `prefetchQuery` and their kind; the key knows the type of the data. */
export type ReadOf<T> = Omit<UseQueryOptions<T>, "queryKey" | "queryFn"> & {
  queryKey: DataTag<readonly unknown[], T, Error>;
  queryFn: QueryFunction<T>;
};

function read<T>(
  client: HelloJohnClient,
  queryKey: readonly unknown[],
  get: (options: ReadOptions) => Promise<T>,
): ReadOf<T> {
  return {
    queryKey: queryKey as DataTag<readonly unknown[], T, Error>,
    queryFn: ({ signal }) => get({ signal }),
    enabled: client.session.get().status === "signed-in",
    staleTime: 60_000,
    // Dates make equal answers differ; what has not changed stays the same object.
    structuralSharing: (old, next) => (differs(old, next) ? next : old),
    // The client has tried again already, and says when there is no network.
    retry: false,
    networkMode: "always",
  };
}

/** The signed-in person and what she may edit. */
export const meOptions = (client: HelloJohnClient): ReadOf<Me> =>
  read(client, keys.me(client.session.get()), client.user.get);

/** Where the signed-in person is signed in. */
export const sessionsOptions = (client: HelloJohnClient): ReadOf<Session[]> =>
  read(client, keys.sessions(client.session.get()), client.sessions.list);
