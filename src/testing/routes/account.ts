import { refusal } from "@hellojohn/contract";
import { type Handlers, signedIn } from "../call.js";
import { assertPassword } from "../passwords.js";
import { endSessions, liveSessions, sessionView } from "../sessions.js";
import { meView } from "../users.js";
import { factorView } from "./totp.js";

export const account: Handlers<"exportMe" | "deleteMe"> = {
  exportMe(call) {
    const { user, session, actor } = signedIn(call);
    const { state } = call;
    return {
      exportedAt: state.clock.date(),
      user: meView(state, user, actor),
      sessions: liveSessions(state, user.id).map((each) => sessionView(each, session.id)),
      factors: [...state.factors.values()]
        .filter(({ userId, confirmed }) => confirmed && userId === user.id)
        .map(factorView),
      connections: [],
      organizations: [],
      auditEvents: [],
    };
  },

  deleteMe(call) {
    const { user } = signedIn(call);
    const { state } = call;
    assertPassword(user, call.body.currentPassword);
    const admins = [...state.users.values()].filter(({ role }) => role === "admin");
    if (user.role === "admin" && admins.length === 1)
      throw refusal("last_admin", "Make someone else an administrator first");
    endSessions(state, user.id);
    state.users.delete(user.id);
  },
};
