"use client";

import type { Me } from "@hellojohn/contract";
import { useQuery } from "@tanstack/react-query";
import { meOptions, useHelloJohnContext, useSession } from "../react/index.js";

interface SignedInPerson {
  me: Me | undefined;
  /** Nobody is signed in. */
  isOut: boolean;
  error: Error | null;
  refetch: () => Promise<unknown>;
}

/** The signed-in person as the API tells her, for forms; apps have `useUser`. */
export function useMe(): SignedInPerson {
  const { client, initialUser } = useHelloJohnContext("A form");
  const session = useSession();
  const { data, error, refetch } = useQuery(meOptions(client));
  const isOut = session.status === "signed-out";
  const isHers = session.status === "loading" || (!isOut && session.userId === initialUser?.id);
  return { me: data ?? (isHers ? initialUser : undefined), isOut, error, refetch };
}
