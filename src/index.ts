export type {
  AdminUser,
  AuditEvent,
  AuditQuery,
  CreateUserInput,
  Credentials,
  Editable,
  ErrorCode,
  FieldMessage,
  FieldMessages,
  Me,
  Metadata,
  Session,
  SignedIn,
  UpdateProfileInput,
  User,
  UserDetails,
  UserFilters,
  UserPage,
  UserQuery,
} from "@hellojohn/contract";
export { HelloJohnError } from "@hellojohn/contract/errors";
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
// Whatever the table's own chunks share with a page must not be named here: esbuild would load it with every page.
// Hooks, options and parts are in `@hellojohn/react/admin`.
export type {
  ActionInput,
  ActionName,
  ActionOptions,
  ActionReply,
  AdminClient,
  AdminConnection,
  AdminProviderProps,
  AdminUserTableProps,
  BulkAction,
  BulkActionName,
  BulkBarProps,
  BulkChoice,
  BulkEntry,
  BulkOutcome,
  BulkPlan,
  BulkRun,
  BulkState,
  BulkTarget,
  BulkTargets,
  DialogRequest,
  Dialogs,
  Impersonating,
  ImpersonationEnd,
  ImpersonationGrant,
  ImpersonationProviderProps,
  PagesOf,
  Selection,
  UseBulkAction,
  UserAction,
  UserActionOf,
  UserExportOptions,
  ColumnLayout,
  TableStatePort,
  UserColumn,
  UserColumns,
} from "./admin/index.js";
export { ImpersonationBanner } from "./admin/impersonation/banner.js";
export { useImpersonation } from "./admin/impersonation/context.js";
export { ImpersonationProvider } from "./admin/impersonation/impersonation-provider.js";
export { AdminUserTable } from "./admin/admin-user-table.js";
export { browserTableState } from "./admin/table/browser-state.js";
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
