import type { EndpointName } from "@hellojohn/contract";
import type { Handlers } from "./call.js";
import { account } from "./routes/account.js";
import { auditLog } from "./routes/audit-log.js";
import { bulkDisable } from "./routes/bulk-disable.js";
import { createUser } from "./routes/create-user.js";
import { email } from "./routes/email.js";
import { exportUser } from "./routes/export-user.js";
import { exportFoundUsers, exportUsers } from "./routes/export-users.js";
import { impersonate } from "./routes/impersonate.js";
import { organizations } from "./routes/organizations.js";
import { passwords } from "./routes/passwords.js";
import { getPermissions } from "./routes/permissions.js";
import { profile } from "./routes/profile.js";
import { revealUser } from "./routes/reveal-user.js";
import { sessions } from "./routes/sessions.js";
import { signIn } from "./routes/sign-in.js";
import { tenantConfig } from "./routes/tenant-config.js";
import { tenantUsers } from "./routes/tenant-users.js";
import { totp } from "./routes/totp.js";
import { updateUser } from "./routes/update-user.js";
import { userAccess } from "./routes/user-access.js";
import { userFactors } from "./routes/user-factors.js";
import { userList } from "./routes/user-list.js";
import { userPassword } from "./routes/user-password.js";
import { userSessions } from "./routes/user-sessions.js";
import { userDetails } from "./user-details.js";
import { getUser } from "./users.js";

/** What answers each endpoint; the compiler refuses a missing one. */
export const handlers: Handlers<EndpointName> = {
  ...profile,
  ...email,
  ...passwords,
  ...sessions,
  ...signIn,
  ...totp,
  ...account,
  ...userList,
  ...userAccess,
  ...userPassword,
  ...userSessions,
  ...userFactors,
  ...auditLog,
  ...organizations,
  ...tenantConfig,
  ...tenantUsers,
  getUser: (call) => userDetails(call, getUser(call.state, call.params["id"]), call.query),
  createUser,
  updateUser,
  revealUser,
  bulkDisable,
  exportUser,
  exportFoundUsers,
  exportUsers,
  impersonate,
  getPermissions,
};
