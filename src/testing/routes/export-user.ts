import { audit } from "../audit.js";
import { factorsOf, membershipsOf } from "../belongings.js";
import type { Handlers } from "../call.js";
import { sessionsOf, sessionView } from "../sessions.js";
import type { State } from "../state.js";
import { adminView, getUser } from "../users.js";

/** All that is kept beside a person, the newest first. */
export const belongingsOf = (state: State, userId: string, currentId?: string) => ({
  exportedAt: state.clock.date(),
  sessions: sessionsOf(state, userId).map((each) => sessionView(each, currentId)),
  factors: factorsOf(state, userId),
  connections: [],
  organizations: membershipsOf(state, userId),
  auditEvents: state.events
    .filter(({ actorId, resourceId }) => actorId === userId || resourceId === userId)
    .toReversed(),
});

export const exportUser: Handlers<"exportUser">["exportUser"] = (call) => {
  const { state, caller } = call;
  const user = getUser(state, call.params["id"]);
  audit(call, { type: "user.exported", resourceId: user.id });
  return { ...belongingsOf(state, user.id, caller?.session.id), user: adminView(user) };
};
