export {
  type Credentials,
  type Editable,
  type ErrorCode,
  type FieldMessage,
  type FieldMessages,
  HelloJohnError,
  type Me,
  type Metadata,
  type Session,
  type SignedIn,
  type UpdateProfileInput,
  type User,
} from "@hellojohn/contract";
export {
  type ClientOptions,
  createClient,
  type HelloJohnClient,
  type PasswordChangeInput,
  type SessionState,
  type SessionStore,
  type SignedOutReason,
  type StoredSession,
  webStorage,
} from "./client/index.js";
export { PasswordForm, type PasswordFormProps } from "./components/password-form/password-form.js";
export type { PreferenceDescription } from "./components/preferences-form/preference.js";
export {
  PreferencesForm,
  type PreferencesFormProps,
} from "./components/preferences-form/preferences-form.js";
export type { ProfileFieldName } from "./components/profile-form/fields.js";
export { PendingEmail } from "./components/profile-form/pending-email.js";
export {
  ProfileAvatar,
  ProfileField,
  type ProfileFieldProps,
} from "./components/profile-form/profile-field.js";
export {
  ProfileActions,
  ProfileForm,
  type ProfileFormProps,
} from "./components/profile-form/profile-form.js";
export { SessionList, type SessionListProps } from "./components/session-list/session-list.js";
export { SignInForm, type SignInFormProps } from "./components/sign-in-form/sign-in-form.js";
export {
  type ActionOf,
  atVersion,
  type AtVersion,
  cancelEmailOptions,
  type CurrentUser,
  type EndedSessions,
  type Guess,
  HelloJohnProvider,
  type HelloJohnProviderProps,
  keys,
  meOptions,
  type MetadataChanges,
  type ProfileChanges,
  type ReadOf,
  resendEmailOptions,
  revokeOtherSessionsOptions,
  type RevokeOf,
  revokeSessionOptions,
  sessionsOptions,
  signInOptions,
  signOutOptions,
  updateMetadataOptions,
  updatePasswordOptions,
  updateProfileOptions,
  useCancelEmail,
  useHelloJohn,
  useLocale,
  useMessages,
  useResendEmail,
  useRevokeOtherSessions,
  useRevokeSession,
  useSession,
  useSessions,
  useSignIn,
  useSignOut,
  useUpdateMetadata,
  useUpdatePassword,
  useUpdateProfile,
  useUser,
  type UseUser,
  useVerifyEmail,
  useVerifyTotp,
  verifyEmailOptions,
  verifyTotpOptions,
  type WriteOf,
} from "./react/index.js";
