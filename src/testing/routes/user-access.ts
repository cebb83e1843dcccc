import type { Handlers } from "../call.js";
import { applyChange, targetOf } from "../change-user.js";
import { removeUser } from "../people.js";
import { assertUnrestricted } from "../restrictions.js";
import { adminView } from "../users.js";

export const userAccess: Handlers<"disableUser" | "enableUser" | "deleteUser"> = {
  disableUser(call) {
    const user = targetOf(call);
    const { reason, revokeSessions: revoke } = call.body;
    const given = { changes: { disabled: true }, reason, revoke };
    const sessionsRevoked = applyChange(call, user, given);
    return { user: adminView(user), sessionsRevoked };
  },

  enableUser(call) {
    const user = targetOf(call);
    applyChange(call, user, { changes: { disabled: false }, reason: call.body.reason });
    return { user: adminView(user), sessionsRevoked: 0 };
  },

  deleteUser(call) {
    const user = targetOf(call);
    assertUnrestricted(call, "delete", user);
    removeUser(call, user, call.body.reason);
  },
};
