"use client";

import type { Session } from "@hellojohn/contract";
import { useQuery, type UseQueryResult } from "@tanstack/react-query";
import { sessionsOptions } from "./queries.js";
import { useHelloJohn } from "./context.js";

/** Where the signed-in person is signed in. */
export const useSessions = (): UseQueryResult<Session[]> =>
  useQuery(sessionsOptions(useHelloJohn()));
