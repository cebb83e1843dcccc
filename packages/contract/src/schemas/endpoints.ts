import * as z from "zod/mini";
import type { endpoints } from "../endpoints.js";
import * as adminBodies from "./admin-bodies.js";
import { auditEventWire, auditPageWire } from "./audit.js";
import * as bodies from "./bodies.js";
import { authConfigBody } from "./config-body.js";
import { membershipWire, organizationPageWire, organizationWire } from "./organization.js";
import * as queries from "./queries.js";
import * as replies from "./replies.js";
import * as tenantUsers from "./tenant-users.js";
import { factorWire, meWire } from "./user.js";
import * as users from "./users.js";

/** What an endpoint reads and answers on the wire. */
export interface EndpointSchemas {
  /** The status of success; 200 unless said. */
  status?: 200 | 201 | 202 | 204;
  body?: z.ZodMiniType;
  query?: z.ZodMiniType;
  /** Absent when the answer has no body, or is a stream. */
  reply?: z.ZodMiniType;
  /** The media types of an answer that is a stream. */
  stream?: readonly string[];
}

const files = ["text/csv", "application/x-ndjson"] as const;

/** Bodies, queries and answers of every endpoint; the same names as the table of paths. */
export const schemas = {
  getMe: { reply: meWire },
  updateMe: { body: bodies.updateMeBody, reply: meWire },
  updateMyMetadata: { body: bodies.updateMyMetadataBody, reply: meWire },
  changePassword: { body: bodies.changePasswordBody, reply: replies.sessionsRevokedWire },
  verifyEmail: { body: bodies.tokenBody, reply: meWire },
  resendEmail: { body: bodies.emptyBody, reply: meWire },
  cancelEmail: { reply: meWire },
  listMySessions: { reply: replies.sessionListWire },
  revokeMySession: { reply: replies.revokedWire },
  revokeMyOtherSessions: { reply: replies.revokedWire },
  exportMe: { reply: replies.exportMeWire },
  deleteMe: { status: 204, body: bodies.deleteMeBody },
  signUp: { status: 201, body: bodies.signUpBody, reply: replies.signedInWire },
  signIn: { body: bodies.credentialsBody, reply: replies.signedInWire },
  refresh: { body: bodies.refreshBody, reply: replies.tokensWire },
  signOut: { status: 204, body: bodies.emptyBody },
  forgotPassword: { status: 202, body: bodies.emailBody, reply: bodies.emptyBody },
  resetPassword: { status: 204, body: bodies.resetPasswordBody },
  enrollTotp: { status: 201, body: bodies.emptyBody, reply: replies.totpEnrollmentWire },
  confirmTotp: { body: bodies.confirmTotpBody, reply: factorWire },
  verifyTotp: { body: bodies.verifyTotpBody, reply: replies.signedInWire },

  getPermissions: { reply: users.permissionsWire },
  listUsers: { query: queries.userQuery, reply: users.userPageWire },
  searchUsers: { body: adminBodies.searchBody, reply: users.userPageWire },
  exportFoundUsers: { body: adminBodies.exportFoundUsersBody, stream: files },
  createUser: { status: 201, body: adminBodies.createUserBody, reply: users.userDetailsWire },
  getUser: { query: queries.getUserQuery, reply: users.userDetailsWire },
  updateUser: { body: adminBodies.updateUserBody, reply: users.userDetailsWire },
  deleteUser: { status: 204, body: adminBodies.reasonBody },
  disableUser: { body: adminBodies.disableBody, reply: users.userChangedWire },
  enableUser: { body: adminBodies.reasonBody, reply: users.userChangedWire },
  setUserPassword: { body: adminBodies.setPasswordBody, reply: users.userChangedWire },
  sendPasswordReset: { body: adminBodies.sendPasswordResetBody, reply: users.userChangedWire },
  revealUser: { body: adminBodies.revealBody, reply: users.revealedWire },
  bulkDisable: { body: adminBodies.bulkDisableBody, reply: users.bulkDisabledWire },
  exportUser: { reply: users.userExportWire },
  impersonate: { status: 201, body: adminBodies.impersonateBody, reply: replies.impersonationWire },
  listUserSessions: { reply: replies.sessionListWire },
  revokeUserSessions: { reply: replies.revokedWire },
  revokeSession: { reply: replies.revokedWire },
  listUserFactors: { reply: replies.factorListWire },
  removeUserFactor: { status: 204 },
  listAuditEvents: { query: queries.auditQuery, reply: auditPageWire },
  listOrganizations: { query: queries.pageQuery, reply: organizationPageWire },
  addMember: { body: adminBodies.memberBody, reply: membershipWire },
  removeMember: { status: 204 },

  exportUsers: { query: queries.exportUsersQuery, stream: files },
  listSessions: { query: queries.sessionsQuery, reply: replies.sessionListWire },
  getSession: { reply: replies.sessionWire },
  createAuditEvent: { status: 201, body: adminBodies.auditEventBody, reply: auditEventWire },
  createOrganization: { status: 201, body: adminBodies.organizationBody, reply: organizationWire },
  getAuthConfig: { reply: replies.authConfigWire },
  updateAuthConfig: { body: authConfigBody, reply: replies.authConfigWire },

  listTenantUsers: { query: queries.tenantUserQuery, reply: tenantUsers.tenantUserPageWire },
  getTenantUser: { reply: tenantUsers.tenantUserWire },
  getTenantUserByEmail: { reply: tenantUsers.tenantUserWire },
  createTenantUser: {
    status: 201,
    body: adminBodies.createTenantUserBody,
    reply: tenantUsers.tenantUserWire,
  },
  updateTenantUser: {
    body: adminBodies.updateTenantUserBody,
    reply: tenantUsers.tenantUserWire,
  },
  deleteTenantUser: { status: 204 },
  resetTenantUserPassword: {
    body: adminBodies.tenantPasswordResetBody,
    reply: tenantUsers.passwordResetDoneWire,
  },
} as const satisfies Record<keyof typeof endpoints, EndpointSchemas>;
