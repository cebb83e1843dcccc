import type { EndpointName } from "@hellojohn/contract";
import type { Handler } from "../services/call.js";
import { adminHandlers } from "./admin-handlers.js";
import { deleteMe } from "../services/delete-me.js";
import { cancelEmail, resendEmail, verifyEmail } from "../services/email.js";
import { exportMe } from "../services/export-me.js";
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
import { confirmTotp, enrollTotp, verifyTotp } from "../services/totp.js";

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
  ...adminHandlers,
} satisfies { [Name in EndpointName]: Handler<Name> };
