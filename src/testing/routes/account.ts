import { type Handlers, signedIn } from "../call.js";
import { assertPassword } from "../passwords.js";
import { endSessions, liveSessions, sessionView } from "../sessions.js";
import { assertMyVersion } from "../versions.js";
import { meView } from "../users.js";
import { assertNotLastAdmin } from "./update-user.js";
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
    const caller = signedIn(call);
    const { user } = caller;
    const { state } = call;
    assertPassword(user, call.body.currentPassword);
    assertMyVersion(call);
    if (user.role === "admin") assertNotLastAdmin(state, caller, user);
    endSessions(state, user.id);
    state.users.delete(user.id);
  },
};
