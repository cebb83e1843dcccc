import type { Credentials, Session, SignedIn } from "@hellojohn/contract";
import type { UseMutationOptions } from "@tanstack/react-query";
import type { HelloJohnClient } from "../client/index.js";
import { keys } from "./keys.js";
import { settleMe } from "./me-mutation.js";
import { sessionsOptions } from "./queries.js";
import type { ActionOf } from "./user-mutations.js";

/** The sessions as they were before some were ended. */
export interface EndedSessions {
  before: Session[] | undefined;
}

/** Options for `useMutation` of something that ends sessions. */
export type RevokeOf<Input = void> = UseMutationOptions<
  { revoked: number },
  Error,
  Input,
  EndedSessions
>;

function revoke<Input>(
  client: HelloJohnClient,
  name: string,
  run: (input: Input) => Promise<{ revoked: number }>,
  isLeft: (session: Session, input: Input) => boolean,
): RevokeOf<Input> {
  return {
    mutationKey: [...keys.all, name],
    networkMode: "always",
    mutationFn: run,
    async onMutate(input, { client: cache }) {
      const { queryKey } = sessionsOptions(client);
      await cache.cancelQueries({ queryKey });
      const before = cache.getQueryData(queryKey);
      if (before)
        cache.setQueryData(
          queryKey,
          before.filter((session) => isLeft(session, input)),
        );
      return { before };
    },
    onError(_error, _input, shown, { client: cache }) {
      if (shown?.before) cache.setQueryData(sessionsOptions(client).queryKey, shown.before);
    },
    onSettled(_answer, _error, _input, _shown, { client: cache }) {
      void cache.invalidateQueries({ queryKey: sessionsOptions(client).queryKey });
    },
  };
}

/** Ends one session by its id. */
export const revokeSessionOptions = (client: HelloJohnClient): RevokeOf<string> =>
  revoke(client, "revokeSession", client.sessions.revoke, ({ id }, gone) => id !== gone);

/** Ends every session but this one. */
export const revokeOtherSessionsOptions = (client: HelloJohnClient): RevokeOf =>
  revoke(client, "revokeOtherSessions", client.sessions.revokeOthers, ({ current }) => current);

function begin<Input>(
  client: HelloJohnClient,
  name: string,
  run: (input: Input) => Promise<SignedIn>,
): ActionOf<SignedIn, Input> {
  return {
    mutationKey: [...keys.all, name],
    networkMode: "always",
    // What was typed leaves the cache with the form.
    gcTime: 0,
    mutationFn: run,
    onSuccess: ({ user }, _input, _result, { client: cache }) => settleMe(client, cache, user),
  };
}

export const signInOptions = (client: HelloJohnClient): ActionOf<SignedIn, Credentials> =>
  begin(client, "signIn", client.signIn);

export const verifyTotpOptions = (
  client: HelloJohnClient,
): ActionOf<SignedIn, { challengeId: string; code: string }> =>
  begin(client, "verifyTotp", client.verifyTotp);

export const signOutOptions = (client: HelloJohnClient): ActionOf<void> => ({
  mutationKey: [...keys.all, "signOut"],
  networkMode: "always",
  mutationFn: client.signOut,
});
