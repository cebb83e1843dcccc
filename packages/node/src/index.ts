export {
  type AdminUser,
  type AuditEvent,
  type AuthConfig,
  type CreateUserInput,
  type FieldMessages,
  HelloJohnError,
  type Session,
  type UpdateUserInput,
  type UserDetails,
  type UserExport,
} from "@hellojohn/contract";
export type { TokenClaims } from "./claims.js";
// oxlint-disable-next-line import/no-default-export -- documented as `import HelloJohn from "@hellojohn/node"` too
export { HelloJohn, HelloJohn as default } from "./hellojohn.js";
export type {
  ActOptions,
  ListAuditLogsOptions,
  ListUsersOptions,
  ReadOptions,
  UpdateOptions,
} from "./options.js";
export type { Impersonated, ImpersonationDetails } from "./resources/admin.js";
export type { AuditLogList } from "./resources/audit-logs.js";
export type { LiveSession } from "./resources/sessions.js";
export type { UserList } from "./resources/user-list.js";
export type { HelloJohnOptions } from "./settings.js";
export type { VerifyOptions } from "./verify-token.js";
