export {
  HelloJohnContext,
  type HelloJohnContextValue,
  useHelloJohn,
  useHelloJohnContext,
  useLocale,
  useMessages,
  useNearest,
  useSession,
} from "./context.js";
export type { CurrentUser } from "./current-user.js";
export { differs } from "./guess.js";
export { keys } from "./keys.js";
export { atVersion, type AtVersion, type Guess, type WriteOf } from "./me-mutation.js";
export {
  useCancelEmail,
  useResendEmail,
  useRevokeOtherSessions,
  useRevokeSession,
  useSignIn,
  useSignOut,
  useUpdateMetadata,
  useUpdatePassword,
  useUpdateProfile,
  useVerifyEmail,
  useVerifyTotp,
} from "./mutation-hooks.js";
export { HelloJohnProvider, type HelloJohnProviderProps } from "./provider.js";
export { meOptions, type ReadOf, readOf, sessionsOptions } from "./queries.js";
export {
  type EndedSessions,
  revokeOtherSessionsOptions,
  type RevokeOf,
  revokeSessionOptions,
  signInOptions,
  signOutOptions,
  verifyTotpOptions,
} from "./session-mutations.js";
export { useSessions } from "./use-sessions.js";
export { type UseUser, useUser } from "./use-user.js";
export {
  type ActionOf,
  cancelEmailOptions,
  type MetadataChanges,
  type ProfileChanges,
  resendEmailOptions,
  updateMetadataOptions,
  updatePasswordOptions,
  updateProfileOptions,
  verifyEmailOptions,
} from "./user-mutations.js";
