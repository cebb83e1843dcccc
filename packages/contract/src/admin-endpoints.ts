import { row } from "./endpoint.js";
import type { AuditPage, AuditQuery } from "./audit.js";
import type { Membership, MembershipInput, OrganizationPage, PageQuery } from "./organization.js";
import type { UpdateUserInput } from "./rules.js";
import type { Factor, Impersonation, ImpersonationInput, Session } from "./shapes.js";
import type { UserDetails } from "./user.js";
import type {
  BulkDisabled,
  BulkDisableInput,
  CreateUserInput,
  Permissions,
  Revealed,
  RevealInput,
  UserChanged,
  UserExport,
  UserExportSearch,
} from "./users.js";
import { userListEndpoints } from "./user-list-endpoints.js";

const get = row("GET", "admin");
const post = row("POST", "admin");
const patch = row("PATCH", "admin");
const remove = row("DELETE", "admin");

/** What an administrator, or a secret key with the scope, may do to others, as far as a page of ours asks for it. */
export const adminEndpoints = {
  /** What the bearer may call; needs no scope. */
  getPermissions: get<Permissions>()("/v1/admin/permissions"),

  ...userListEndpoints,
  /** Every user that matches, as a stream of CSV or NDJSON. */
  exportFoundUsers: post<Blob, UserExportSearch>()("/v1/admin/users/export", "users:read", {
    reads: true,
  }),
  createUser: post<UserDetails, CreateUserInput>()("/v1/users", "users:write"),
  getUser: get<UserDetails, undefined, { include?: string; masked?: boolean }>()(
    "/v1/users/:id",
    "users:read",
  ),
  updateUser: patch<UserDetails, UpdateUserInput>()("/v1/users/:id", "users:write"),
  deleteUser: remove<void, { reason?: string }>()("/v1/users/:id", "users:write"),
  disableUser: post<UserChanged, { reason?: string; revokeSessions?: boolean }>()(
    "/v1/users/:id/disable",
    "users:write",
  ),
  enableUser: post<UserChanged, { reason?: string }>()("/v1/users/:id/enable", "users:write"),
  setUserPassword: post<UserChanged, { password: string; signOutAllSessions?: boolean }>()(
    "/v1/users/:id/password",
    "users:write",
  ),
  /** A pending user is invited again instead. */
  sendPasswordReset: post<UserChanged, { revokeSessions?: boolean }>()(
    "/v1/users/:id/password-reset",
    "users:write",
  ),
  /** Personal data that a masked answer hides, told once and logged. */
  revealUser: post<Revealed, RevealInput>()("/v1/users/:id/reveal", "users:read"),
  bulkDisable: post<BulkDisabled, BulkDisableInput>()(
    "/v1/admin/users/bulk-disable",
    "users:write",
  ),
  exportUser: get<UserExport>()("/v1/admin/users/:id/export", "users:read"),
  impersonate: post<Impersonation, ImpersonationInput>()(
    "/v1/admin/users/impersonate",
    "users:impersonate",
  ),

  listUserSessions: get<{ data: Session[] }>()("/v1/users/:id/sessions", "sessions:read"),
  revokeUserSessions: remove<{ revoked: number }>()("/v1/users/:id/sessions", "sessions:write"),
  revokeSession: remove<{ revoked: number }>()("/v1/sessions/:id", "sessions:write"),
  listUserFactors: get<{ data: Factor[] }>()("/v1/users/:id/mfa/factors", "users:read"),
  removeUserFactor: remove<void>()("/v1/users/:id/mfa/factors/:factorId", "users:write"),

  listAuditEvents: get<AuditPage, undefined, AuditQuery>()("/v1/audit-logs", "audit:read"),

  listOrganizations: get<OrganizationPage, undefined, PageQuery>()(
    "/v1/organizations",
    "users:read",
  ),
  /** Adds the user, or gives a member another role. */
  addMember: post<Membership, MembershipInput>()("/v1/organizations/:id/members", "users:write"),
  removeMember: remove<void>()("/v1/organizations/:id/members/:userId", "users:write"),
};
