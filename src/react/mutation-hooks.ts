"use client";

import type { Credentials, Me, SignedIn } from "@hellojohn/contract";
import { useMutation, type UseMutationResult } from "@tanstack/react-query";
import type { PasswordChangeInput } from "../client/index.js";
import { useHelloJohnContext } from "./context.js";
import type { Guess } from "./me-mutation.js";
import {
  type EndedSessions,
  revokeOtherSessionsOptions,
  revokeSessionOptions,
  signInOptions,
  signOutOptions,
  verifyTotpOptions,
} from "./session-mutations.js";
import {
  cancelEmailOptions,
  type MetadataChanges,
  type ProfileChanges,
  resendEmailOptions,
  updateMetadataOptions,
  updatePasswordOptions,
  updateProfileOptions,
  verifyEmailOptions,
} from "./user-mutations.js";

type Action<Reply, Input = void, Shown = unknown> = UseMutationResult<Reply, Error, Input, Shown>;

const useClient = () => useHelloJohnContext().client;

/** Saves changes of the signed-in person's profile. */
export const useUpdateProfile = (): Action<Me, ProfileChanges, Guess> =>
  useMutation(updateProfileOptions(useClient()));

/** Merges into the signed-in person's preferences. */
export const useUpdateMetadata = (): Action<Me, MetadataChanges, Guess> =>
  useMutation(updateMetadataOptions(useClient()));

/** Changes the signed-in person's password. */
export const useUpdatePassword = (): Action<{ sessionsRevoked: number }, PasswordChangeInput> =>
  useMutation(updatePasswordOptions(useClient()));

/** Proves an address with the token from the mail. */
export const useVerifyEmail = (): Action<Me, { token: string }> =>
  useMutation(verifyEmailOptions(useClient()));

/** Sends the mail that proves an address once more. */
export const useResendEmail = (): Action<Me> => useMutation(resendEmailOptions(useClient()));

/** Keeps the old address. */
export const useCancelEmail = (): Action<Me> => useMutation(cancelEmailOptions(useClient()));

/** Ends one session by its id. */
export const useRevokeSession = (): Action<{ revoked: number }, string, EndedSessions> =>
  useMutation(revokeSessionOptions(useClient()));

/** Ends every session but this one. */
export const useRevokeOtherSessions = (): Action<{ revoked: number }, void, EndedSessions> =>
  useMutation(revokeOtherSessionsOptions(useClient()));

/** Signs in; the error `mfa_required` carries the `challengeId` for `useVerifyTotp`. */
export const useSignIn = (): Action<SignedIn, Credentials> =>
  useMutation(signInOptions(useClient()));

/** Signs in with the second factor. */
export const useVerifyTotp = (): Action<SignedIn, { challengeId: string; code: string }> =>
  useMutation(verifyTotpOptions(useClient()));

/** Signs out here, in every tab, and at the server. */
export const useSignOut = (): Action<void> => useMutation(signOutOptions(useClient()));
