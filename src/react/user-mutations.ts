import type { Me, Metadata, UpdateProfileInput } from "@hellojohn/contract";
import type { UseMutationOptions } from "@tanstack/react-query";
import type { HelloJohnClient, PasswordChangeInput } from "../client/index.js";
import { guessMetadata, guessProfile } from "./guess.js";
import { keys } from "./keys.js";
import { atVersion, type AtVersion, meMutation, settleMe, type WriteOf } from "./me-mutation.js";

/** A change of one's own profile; with `version`, refused when the person has another one by now. */
export type ProfileChanges = UpdateProfileInput & AtVersion & { version?: number | undefined };

/** A merge patch of one's own preferences; `null` removes a key. */
export type MetadataChanges = Metadata & AtVersion;

/** Options for `useMutation` of something that is not shown before it is done. */
export type ActionOf<Reply, Input = void> = UseMutationOptions<Reply, Error, Input>;

export const updateProfileOptions = (client: HelloJohnClient): WriteOf<Me, ProfileChanges> =>
  meMutation<ProfileChanges>(client, {
    name: "updateProfile",
    send: ({ version: _, ...changes }, version) => client.user.updateProfile(changes, { version }),
    guess: guessProfile,
    versionOf: (changes) => changes.version ?? changes[atVersion],
  });

export const updateMetadataOptions = (client: HelloJohnClient): WriteOf<Me, MetadataChanges> =>
  meMutation<MetadataChanges>(client, {
    name: "updateMetadata",
    // The server merges, so that without a version the last writer of a key wins it and no other.
    send: (patch) => client.user.updateMetadata(patch, { version: patch[atVersion] }),
    guess: guessMetadata,
    versionOf: (patch) => patch[atVersion],
  });

const action = <Reply, Input>(
  name: string,
  mutationFn: (input: Input) => Promise<Reply>,
  rest: ActionOf<Reply, Input> = {},
): ActionOf<Reply, Input> => ({
  mutationKey: [...keys.all, name],
  networkMode: "always",
  mutationFn,
  ...rest,
});

/** What a call answers with the user. */
const meAction = <Input>(
  client: HelloJohnClient,
  name: string,
  run: (input: Input) => Promise<Me>,
): ActionOf<Me, Input> =>
  action(name, run, {
    onSuccess: (me, _input, _result, { client: cache }) => settleMe(client, cache, me),
  });

export const verifyEmailOptions = (client: HelloJohnClient): ActionOf<Me, { token: string }> =>
  meAction(client, "verifyEmail", client.user.verifyEmail);

export const resendEmailOptions = (client: HelloJohnClient): ActionOf<Me> =>
  meAction(client, "resendEmail", client.user.resendEmail);

export const cancelEmailOptions = (client: HelloJohnClient): ActionOf<Me> =>
  meAction(client, "cancelEmail", client.user.cancelEmail);

/** The password leaves the cache as soon as it is no longer needed. */
export const updatePasswordOptions = (
  client: HelloJohnClient,
): ActionOf<{ sessionsRevoked: number }, PasswordChangeInput> =>
  action("updatePassword", (input) => client.user.updatePassword(input), {
    gcTime: 0,
    onSuccess(_answer, _input, _result, { client: cache }) {
      void cache.invalidateQueries({ queryKey: keys.branch(client.session.get()) });
    },
  });
