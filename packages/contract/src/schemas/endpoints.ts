import * as z from "zod/mini";
import type { endpoints } from "../endpoints.js";
import * as bodies from "./bodies.js";
import * as replies from "./replies.js";
import { adminUserWire, meWire } from "./user.js";

/** What an endpoint reads and answers on the wire. */
export interface EndpointSchemas {
  /** The status of success; 200 unless said. */
  status?: 200 | 201 | 202 | 204;
  body?: z.ZodMiniType;
  query?: z.ZodMiniType;
  /** Absent when the answer has no body. */
  reply?: z.ZodMiniType;
}

const include = z.strictObject({ include: z.optional(z.string()) });

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
  confirmTotp: { body: bodies.confirmTotpBody, reply: replies.factorWire },
  verifyTotp: { body: bodies.verifyTotpBody, reply: replies.signedInWire },
  getUser: { query: include, reply: adminUserWire },
  updateUser: { body: bodies.updateUserBody, reply: adminUserWire },
  impersonate: { status: 201, body: bodies.impersonateBody, reply: replies.impersonationWire },
  getAuthConfig: { reply: replies.authConfigWire },
  updateAuthConfig: { body: bodies.authConfigBody, reply: replies.authConfigWire },
} as const satisfies Record<keyof typeof endpoints, EndpointSchemas>;
