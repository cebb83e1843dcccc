import { type AdminUser, type TenantUser } from "@hellojohn/contract";
import { endSessions } from "../sessions.js";
import { assertStrong } from "../passwords.js";
import type { Call, Handlers, Operation } from "../call.js";
import { removeUser } from "../people.js";
import { assertUnrestricted } from "../restrictions.js";
import { everyone } from "../user-order.js";
import { matcher, wantedOf } from "../user-query.js";
import { assertVersion } from "../versions.js";
import { adminView, findByEmail, getUser } from "../users.js";
import { createUser } from "./create-user.js";
import { assertTenant } from "./tenant-config.js";
import { updateUser } from "./update-user.js";
import { mostCounted } from "./user-list.js";
import { mailLink, setPassword } from "./user-password.js";

const view = (user: AdminUser): TenantUser => ({ ...user, roles: [user.role] });

/** The same input as v1 takes it, with one role. */
function inV1<Body extends { roles?: string[] }>({ roles, ...rest }: Body) {
  return roles?.[0] === undefined ? rest : { ...rest, role: roles[0] };
}

function userIn(call: Operation & Pick<Call, "params">) {
  assertTenant(call);
  return getUser(call.state, call.params["id"]);
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
    const { page = 1, limit = 20, ...found } = call.query;
    const wanted = wantedOf(found);
    const matches = matcher(call.state, wanted);
    const matching = everyone(call.state, wanted.order).filter(({ user }) => matches(user));
    const shown = matching.slice((page - 1) * limit, page * limit);
    return {
      users: shown.map(({ user }) => view(adminView(user))),
      total: matching.length,
      totalIsEstimate: matching.length > mostCounted,
      page,
      limit,
    };
  },

  getTenantUser: (call) => view(adminView(userIn(call))),

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
    const user = userIn(call);
    assertVersion(call, user, () => adminView(user));
    assertUnrestricted(call, "delete", user);
    removeUser(call, user);
  },

  resetTenantUserPassword(call) {
    const user = userIn(call);
    const { sendEmail = true, temporaryPassword } = call.body;
    if (temporaryPassword) {
      assertStrong(call.state, temporaryPassword, "temporaryPassword");
      setPassword(call, user, temporaryPassword);
    }
    if (sendEmail) mailLink(call, user);
    return {
      emailSent: sendEmail,
      sessionsRevoked: temporaryPassword ? endSessions(call, user.id) : 0,
    };
  },
};
