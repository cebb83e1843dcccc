"use client";

import type { Session } from "@hellojohn/contract";
import { useQuery, type UseQueryResult } from "@tanstack/react-query";
import { useHelloJohnContext } from "./context.js";
import { sessionsOptions } from "./queries.js";
import { useSession } from "./use-session.js";

/** Where the signed-in person is signed in. */
export function useSessions(): UseQueryResult<Session[]> {
  const { client } = useHelloJohnContext("useSessions");
  // Drawn again when someone else acts, so that the key is hers.
  useSession();
  return useQuery(sessionsOptions(client));
}
