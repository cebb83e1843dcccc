import { type AdminUser, refuseFields, type TenantUser } from "@hellojohn/contract";
import type { Handlers } from "../call.js";
import { targetOf } from "../change-user.js";
import { selectionOf } from "../user-query.js";
import { userAccess } from "./user-access.js";
import { adminView, findByEmail, getUser } from "../users.js";
import { createUser } from "./create-user.js";
import { assertTenant } from "./tenant-config.js";
import { updateUser } from "./update-user.js";
import { mostCounted, selected } from "./user-list.js";
import { assertPasswordFor, sendLink, setPassword } from "./user-password.js";

const view = (user: AdminUser): TenantUser => ({ ...user, roles: [user.role] });

/** The same input as v1 takes it, with one role. */
function inV1<Body extends { roles?: string[] }>({ roles, ...rest }: Body) {
  return roles?.[0] === undefined ? rest : { ...rest, role: roles[0] };
}

/** The v2 dialect of what v1 does. */
export const tenantUsers: Handlers<
  | "listTenantUsers"
  | "getTenantUser"
  | "getTenantUserByEmail"
  | "createTenantUser"
  | "updateTenantUser"
  | "deleteTenantUser"
  | "resetTenantUserPassword"
> = {
  listTenantUsers(call) {
    assertTenant(call);
    const { page = 1, limit = 20, ...asked } = call.query;
    const matching = selected(call, selectionOf(asked));
    const shown = matching.slice((page - 1) * limit, page * limit);
    return {
      users: shown.map(({ user }) => view(adminView(user))),
      total: matching.length,
      totalIsEstimate: matching.length > mostCounted,
      page,
      limit,
    };
  },

  getTenantUser(call) {
    assertTenant(call);
    return view(adminView(getUser(call.state, call.params["id"])));
  },

  getTenantUserByEmail(call) {
    assertTenant(call);
    const found = findByEmail(call.state, call.params["email"] ?? "");
    return view(adminView(getUser(call.state, found?.id)));
  },

  createTenantUser(call) {
    assertTenant(call);
    return view(createUser({ ...call, body: inV1(call.body) }));
  },

  updateTenantUser(call) {
    assertTenant(call);
    return view(updateUser({ ...call, body: inV1(call.body) }));
  },

  deleteTenantUser(call) {
    assertTenant(call);
    userAccess.deleteUser({ ...call, body: {} });
  },

  resetTenantUserPassword(call) {
    assertTenant(call);
    const { sendEmail = true, temporaryPassword: password } = call.body;
    if (!sendEmail && !password) {
      const message = "Send the mail, or give a temporary_password";
      throw refuseFields({ sendEmail: [{ code: "required", message }] });
    }
    if (password) assertPasswordFor(call, "temporaryPassword", password);
    const user = targetOf(call);
    const sessionsRevoked = password ? setPassword(call, user, { password, revoke: true }) : 0;
    if (sendEmail) sendLink(call, user);
    return { emailSent: sendEmail, sessionsRevoked };
  },
};
