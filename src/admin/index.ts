export {
  type ActionInput,
  type ActionName,
  type ActionOptions,
  type ActionReply,
  userActionOptions,
  type UserActionOf,
} from "./react/action-options.js";
export { type AdminClient, type AdminConnection, createAdminClient } from "./react/admin-client.js";
export { AdminProvider, type AdminProviderProps, useAdmin } from "./react/context.js";
export {
  useAdminUser,
  useAuditEvents,
  useOrganizations,
  usePermissions,
  useUserAction,
  useUserFactors,
  useUserPages,
  useUsers,
  useUserSessions,
} from "./react/hooks.js";
export { adminKeys } from "./react/keys.js";
export {
  adminUserOptions,
  auditEventsOptions,
  organizationsOptions,
  permissionsOptions,
  userFactorsOptions,
  userSessionsOptions,
} from "./react/queries.js";
export { type Selection } from "./react/selection.js";
export { refusalOf, type UserAction, userActions } from "./react/user-actions.js";
export { type PagesOf, userListOptions, userPagesOptions } from "./react/user-list.js";
export { AdminUserTable, type AdminUserTableProps } from "./table/admin-user-table.js";
