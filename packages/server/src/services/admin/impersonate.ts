import { type Impersonation, refusal, refuseFields } from "@hellojohn/contract";
import { isId, makeId } from "../../store/ids.js";
import { insertSession } from "../../store/sessions.js";
import { findUser } from "../../store/users.js";
import { signAccessToken } from "../access-token.js";
import { audit } from "../audit.js";
import { type Call, type Caller, tenantOf } from "../call.js";
import { later } from "../start-session.js";
import { gone } from "../user-changes.js";
import { restricted, restrictionOf, standingOf } from "./restrictions.js";

const units: Record<string, number> = { s: 1, m: 60, h: 3600 };
const day = 24 * 3600;

/** `30m` in seconds; at most a day. */
function secondsOf(duration: string): number {
  const seconds = Number.parseInt(duration, 10) * (units[duration.slice(-1)] ?? 1);
  if (seconds > day)
    throw refuseFields({ expiresIn: [{ code: "too_long", message: "Use at most 24h" }] });
  return seconds;
}

const actorOf = (caller: Caller) =>
  caller.kind === "key"
    ? { type: "api_key", id: caller.keyId }
    : { type: "user", id: caller.kind === "session" ? caller.user.id : "" };

/** A short session in someone's place, without a refresh token; the log says who and why. */
export async function impersonate(call: Call<"impersonate">): Promise<Impersonation> {
  const { context, caller, now, origin } = call;
  const tenant = tenantOf(call);
  const { userId = "", reason, expiresIn = "1h" } = call.body;
  if (reason === "")
    throw refusal("reason_required", "Say why; the log keeps it", {
      fields: { reason: [{ code: "reason_required", message: "Say why" }] },
    });
  const expiresAt = later(now, secondsOf(expiresIn));
  const actor = actorOf(caller);

  return call.transact(async (sql) => {
    const user = isId(userId) ? await findUser(sql, tenant.id, userId) : undefined;
    if (!user) throw gone();
    const code = restrictionOf("impersonate", user, await standingOf(sql, call));
    if (code) throw restricted(code);
    const sessionId = makeId("ses", now);
    await insertSession(sql, {
      tenant_id: tenant.id,
      id: sessionId,
      user_id: user.id,
      created_at: now,
      // Long ago: no proof of the person herself was ever given.
      authenticated_at: new Date(0),
      expires_at: expiresAt,
      ip: origin.ip,
      user_agent: origin.userAgent,
      impersonator_type: actor.type,
      impersonator_id: actor.id,
    });
    const auditEventId = await audit(sql, call, {
      type: "user.impersonated",
      resourceId: user.id,
      reason,
      metadata: { session_id: sessionId, impersonated: true },
    });
    const grant = { user, sessionId, issuedAt: now, expiresAt, impersonator: actor };
    return {
      accessToken: signAccessToken(context, grant),
      sessionId,
      impersonatedUserId: user.id,
      expiresAt,
      auditEventId,
    };
  });
}
