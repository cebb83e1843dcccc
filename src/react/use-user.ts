"use client";

import type { Me, Metadata } from "@hellojohn/contract";
import { type UseMutationOptions, useQuery, useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import type { PasswordChangeInput } from "../client/index.js";
import { useHelloJohnContext, useSession } from "./context.js";
import { type CurrentUser, currentUserOf, nobodyYet } from "./current-user.js";
import { meOptions } from "./queries.js";
import {
  type ProfileChanges,
  updateMetadataOptions,
  updatePasswordOptions,
  updateProfileOptions,
} from "./user-mutations.js";

export interface UseUser {
  /**
   * The signed-in person. Until `isLoaded` every field is there and empty; when nobody is signed in, it is null at run
   * time, which `useSession` tells in its type.
   */
  user: CurrentUser;
  /** Neither a person nor an error yet. */
  isLoading: boolean;
  /** It is known who is signed in, or that nobody is. */
  isLoaded: boolean;
  error: Error | null;
  updateProfile(changes: ProfileChanges): Promise<Me>;
  /** The same function as `updateProfile`. */
  update(changes: ProfileChanges): Promise<Me>;
  updatePassword(input: PasswordChangeInput): Promise<{ sessionsRevoked: number }>;
  /** Merges; `null` removes a key. */
  updateMetadata(patch: Metadata): Promise<Me>;
}

/** The signed-in person, and what she may do to herself. */
export function useUser(): UseUser {
  const { client, initialUser } = useHelloJohnContext();
  const cache = useQueryClient();
  const session = useSession();
  const { data, error } = useQuery(meOptions(client));

  const actions = useMemo(() => {
    const run =
      <Reply, Input, Shown>(options: UseMutationOptions<Reply, Error, Input, Shown>) =>
      (input: Input) =>
        cache.getMutationCache().build(cache, options).execute(input);
    const updateProfile = run(updateProfileOptions(client));
    return {
      update: updateProfile,
      updateProfile,
      updatePassword: run(updatePasswordOptions(client)),
      updateMetadata: run(updateMetadataOptions(client)),
    };
  }, [client, cache]);

  const isOut = session.status === "signed-out";
  const isHers = session.status === "loading" || (!isOut && session.userId === initialUser?.id);
  const me = data ?? (isHers ? initialUser : undefined);
  const user = useMemo(() => currentUserOf(me ?? nobodyYet, actions.updatePassword), [me, actions]);

  return {
    // Nobody is null, as everywhere else, though the documented samples read `user.name` unguarded.
    user: isOut ? (null as unknown as CurrentUser) : user,
    isLoaded: isOut || me !== undefined,
    isLoading: !isOut && !me && !error,
    error,
    ...actions,
  };
}
