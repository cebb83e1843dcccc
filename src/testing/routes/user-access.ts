import type { UserChanged } from "@hellojohn/contract";
import { disable, enable } from "../access.js";
import type { Handlers } from "../call.js";
import { removeUser } from "../people.js";
import { assertUnrestricted } from "../restrictions.js";
import { assertVersion } from "../versions.js";
import { adminView, getUser } from "../users.js";

export const userAccess: Handlers<"disableUser" | "enableUser" | "deleteUser"> = {
  disableUser(call): UserChanged {
    const user = getUser(call.state, call.params["id"]);
    const sessionsRevoked = disable(call, user, call.body);
    return { user: adminView(user), sessionsRevoked };
  },

  enableUser(call) {
    const user = getUser(call.state, call.params["id"]);
    enable(call, user, call.body.reason);
    return { user: adminView(user), sessionsRevoked: 0 };
  },

  deleteUser(call) {
    const user = getUser(call.state, call.params["id"]);
    assertVersion(call, user, () => adminView(user));
    assertUnrestricted(call, "delete", user);
    removeUser(call, user, call.body.reason);
  },
};
