export { type BulkAction, type BulkActionName, type BulkTarget } from "./bulk/bulk-action.js";
export { BulkBar, type BulkBarProps } from "./bulk/bulk-bar.js";
export { type BulkEntry, type BulkOutcome, type BulkState } from "./bulk/bulk-ledger.js";
export { exportUsers, type UserExportOptions } from "./bulk/export-users.js";
export { type BulkPlan, planBulkRun } from "./bulk/plan-bulk-run.js";
export { bulkReportOf } from "./bulk/report.js";
export { type BulkChoice, type BulkTargets, resolveBulkTargets } from "./bulk/resolve-targets.js";
export { type BulkRun, createBulkRun } from "./bulk/run-bulk.js";
export { type UseBulkAction, useBulkAction } from "./bulk/use-bulk-action.js";
export { type DialogRequest, type Dialogs, useDialogs, UserDialogs } from "./dialogs.js";
export { ImpersonationBanner } from "./impersonation/banner.js";
export {
  type Impersonating,
  type ImpersonationEnd,
  type ImpersonationGrant,
  useImpersonation,
} from "./impersonation/context.js";
export {
  ImpersonationProvider,
  type ImpersonationProviderProps,
} from "./impersonation/impersonation-provider.js";
export { useRefusals } from "./actions/use-refusals.js";
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
export { AdminUserTable, type AdminUserTableProps } from "./admin-user-table.js";
export { browserTableState } from "./table/browser-state.js";
export { type ColumnLayout, type TableStorage } from "./table/column-layout.js";
export { type CellTools } from "./table/cell-tools.js";
export { type UserColumn, type UserColumns } from "./table/columns.js";
export { linkState, type TableStatePort } from "./table/link-state.js";
export { type TableQuery, type TableState } from "./table/table-state.js";
export {
  useTableAround,
  UserTableContext,
  type UserTableModel,
  type UserTableOptions,
  useUserTable,
} from "./table/use-user-table.js";
export { UserPager } from "./table/user-pager.js";
export { UserRows, type UserRowsProps } from "./table/user-rows.js";
export { UserSearch } from "./table/user-search.js";
export { UserTable } from "./table/user-table.js";
export { UserToolbar } from "./table/user-toolbar.js";
