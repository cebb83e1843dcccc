import { refuseFields } from "@hellojohn/contract";
import { audit } from "../audit.js";
import type { Handlers } from "../call.js";
import { assertUnrestricted } from "../restrictions.js";
import { startSession } from "../sessions.js";
import { issueAccessToken } from "../tokens.js";
import { getUser } from "../users.js";

const seconds = { s: 1, m: 60, h: 3600 };
const longest = 86_400;

function secondsOf(duration: string): number {
  const unit = duration.at(-1);
  const factor = unit === "s" || unit === "m" || unit === "h" ? seconds[unit] : 1;
  const length = Number.parseInt(duration, 10) * factor;
  if (length > longest)
    throw refuseFields({ expiresIn: [{ code: "too_long", message: "Ask for at most 24h" }] });
  return length;
}

export const impersonate: Handlers<"impersonate">["impersonate"] = (call) => {
  const { state, body, caller, key } = call;
  const { reason, userId, expiresIn = "1h" } = body;
  if (reason === "") {
    const message = "Say why; the log keeps it";
    throw refuseFields({ reason: [{ code: "reason_required", message }] });
  }
  const lengthMs = secondsOf(expiresIn) * 1000;
  const user = getUser(state, userId);
  assertUnrestricted(call, "impersonate", user);
  const session = startSession(state, user, { impersonatorId: caller?.user.id ?? key?.id ?? "" });
  session.expiresAt = state.clock.now() + lengthMs;
  const event = audit(call, {
    type: "user.impersonated",
    resourceId: user.id,
    reason,
    metadata: { session_id: session.id, impersonated: true },
  });
  return {
    accessToken: issueAccessToken(state, session).token,
    sessionId: session.id,
    impersonatedUserId: user.id,
    expiresAt: new Date(session.expiresAt),
    auditEventId: event.id,
  };
};
