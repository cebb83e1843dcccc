import type { EndpointName } from "@hellojohn/contract";
import type { Handler } from "../services/call.js";
import { createAuditEvent, listAuditEvents } from "../services/admin/audit-log.js";
import { bulkDisable } from "../services/admin/bulk-disable.js";
import { createUser } from "../services/admin/create-user.js";
import { exportUser } from "../services/admin/export-user.js";
import { exportFoundUsers, exportUsers } from "../services/admin/export-users.js";
import { impersonate } from "../services/admin/impersonate.js";
import { addMember, removeMember } from "../services/admin/members.js";
import { createOrganization, listOrganizations } from "../services/admin/organizations.js";
import { getPermissions } from "../services/admin/permissions.js";
import { revealUser } from "../services/admin/reveal-user.js";
import { getAuthConfig, updateAuthConfig } from "../services/admin/tenant-config.js";
import {
  createTenantUser,
  deleteTenantUser,
  getTenantUser,
  getTenantUserByEmail,
  listTenantUsers,
  updateTenantUser,
} from "../services/admin/tenant-users.js";
import { resetTenantUserPassword } from "../services/admin/tenant-user-password.js";
import { deleteUser, disableUser, enableUser } from "../services/admin/user-access.js";
import { listUserFactors, removeUserFactor } from "../services/admin/user-factors.js";
import { listUsers, searchUsers } from "../services/admin/user-list.js";
import { sendPasswordReset, setUserPassword } from "../services/admin/user-password.js";
import {
  getSession,
  listSessions,
  listUserSessions,
  revokeSession,
  revokeUserSessions,
} from "../services/admin/user-sessions.js";
import { getUser, updateUser } from "../services/admin/users.js";

/** What answers the administrators' endpoints. */
export const adminHandlers = {
  getUser,
  updateUser,
  impersonate,
  getAuthConfig,
  updateAuthConfig,
  listUsers,
  searchUsers,
  exportFoundUsers,
  exportUsers,
  createUser,
  disableUser,
  enableUser,
  deleteUser,
  setUserPassword,
  sendPasswordReset,
  bulkDisable,
  revealUser,
  getPermissions,
  listUserSessions,
  revokeUserSessions,
  listSessions,
  getSession,
  revokeSession,
  listUserFactors,
  removeUserFactor,
  exportUser,
  listAuditEvents,
  createAuditEvent,
  listOrganizations,
  createOrganization,
  addMember,
  removeMember,
  listTenantUsers,
  getTenantUser,
  getTenantUserByEmail,
  createTenantUser,
  updateTenantUser,
  deleteTenantUser,
  resetTenantUserPassword,
} satisfies { [Name in EndpointName]?: Handler<Name> };
