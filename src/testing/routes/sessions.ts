import { refusal } from "@hellojohn/contract";
import { type Handlers, signedIn } from "../call.js";
import { endSessions, liveSessions, refresh, sessionView, tellEnded } from "../sessions.js";

export const sessions: Handlers<
  "listMySessions" | "revokeMySession" | "revokeMyOtherSessions" | "refresh" | "signOut"
> = {
  listMySessions(call) {
    const { user, session } = signedIn(call);
    return {
      data: liveSessions(call.state, user.id).map((each) => sessionView(each, session.id)),
    };
  },

  revokeMySession(call) {
    const { user } = signedIn(call);
    const found = liveSessions(call.state, user.id).find(({ id }) => id === call.params["id"]);
    if (!found) throw refusal("session_not_found", "There is no such session");
    found.ended = true;
    tellEnded(call, user.id, [found]);
    return { revoked: 1 };
  },

  revokeMyOtherSessions(call) {
    const { user, session } = signedIn(call);
    return { revoked: endSessions(call, user.id, session.id) };
  },

  refresh: (call) => refresh(call, call.body.refreshToken),

  signOut(call) {
    const { user, session } = signedIn(call);
    session.ended = true;
    tellEnded(call, user.id, [session], "user.signed_out");
  },
};
