import { refusal, type Session } from "@hellojohn/contract";
import type { Handlers, Operation } from "../call.js";
import type { SessionRecord } from "../records.js";
import { endSessions, isLive, liveSessions, sessionView, tellEnded } from "../sessions.js";
import { getUser } from "../users.js";

function list({ state, caller }: Operation, userId: string | undefined): { data: Session[] } {
  const { id } = getUser(state, userId);
  return { data: liveSessions(state, id).map((each) => sessionView(each, caller?.session.id)) };
}

const noSession = () => refusal("session_not_found", "There is no such session");

function getSession({ state }: Operation, id = ""): SessionRecord {
  const session = state.sessions.get(id);
  if (!session) throw noSession();
  return session;
}

export const userSessions: Handlers<
  "listUserSessions" | "revokeUserSessions" | "listSessions" | "getSession" | "revokeSession"
> = {
  listUserSessions: (call) => list(call, call.params["id"]),
  listSessions: (call) => list(call, call.query.userId),

  revokeUserSessions(call) {
    const { id } = getUser(call.state, call.params["id"]);
    return { revoked: endSessions(call, id) };
  },

  getSession(call) {
    const session = getSession(call, call.params["id"]);
    if (!isLive(call.state, session)) throw noSession();
    return sessionView(session, call.caller?.session.id);
  },

  revokeSession(call) {
    const session = getSession(call, call.params["id"]);
    if (!isLive(call.state, session)) return { revoked: 0 };
    session.ended = true;
    tellEnded(call, session.userId, [session]);
    return { revoked: 1 };
  },
};
