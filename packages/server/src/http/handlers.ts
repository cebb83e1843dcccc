import type { EndpointName } from "@hellojohn/contract";
import type { Handler } from "../services/call.js";
import { deleteMe } from "../services/delete-me.js";
import { cancelEmail, resendEmail, verifyEmail } from "../services/email.js";
import { exportMe } from "../services/export-me.js";
import { impersonate } from "../services/impersonate.js";
import { getMe, updateMe, updateMyMetadata } from "../services/me.js";
import { changePassword, forgotPassword, resetPassword } from "../services/password.js";
import { refresh } from "../services/refresh.js";
import {
  listMySessions,
  revokeMyOtherSessions,
  revokeMySession,
  signOut,
} from "../services/sessions.js";
import { signIn } from "../services/sign-in.js";
import { signUp } from "../services/sign-up.js";
import { getAuthConfig, updateAuthConfig } from "../services/tenant-config.js";
import { confirmTotp, enrollTotp, verifyTotp } from "../services/totp.js";
import { getUser, updateUser } from "../services/users.js";

/** What answers each endpoint of the table; a row without an answer does not compile. */
export const handlers = {
  getMe,
  updateMe,
  updateMyMetadata,
  changePassword,
  verifyEmail,
  resendEmail,
  cancelEmail,
  listMySessions,
  revokeMySession,
  revokeMyOtherSessions,
  exportMe,
  deleteMe,
  signUp,
  signIn,
  refresh,
  signOut,
  forgotPassword,
  resetPassword,
  enrollTotp,
  confirmTotp,
  verifyTotp,
  getUser,
  updateUser,
  impersonate,
  getAuthConfig,
  updateAuthConfig,
} satisfies { [Name in EndpointName]: Handler<Name> };
