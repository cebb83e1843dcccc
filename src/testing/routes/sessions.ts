import { refusal } from "@hellojohn/contract";
import { type Handlers, signedIn } from "../call.js";
import { endSessions, liveSessions, refresh, sessionView } from "../sessions.js";

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
    return { revoked: 1 };
  },

  revokeMyOtherSessions(call) {
    const { user, session } = signedIn(call);
    return { revoked: endSessions(call.state, user.id, session.id) };
  },

  refresh: ({ state, body }) => refresh(state, body.refreshToken),

  signOut(call) {
    signedIn(call).session.ended = true;
  },
};
