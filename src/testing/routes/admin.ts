import {
  defaultPasswordPolicy,
  type PasswordPolicy,
  refuseFields,
  refusal,
} from "@hellojohn/contract";
import type { Call, Handlers } from "../call.js";
import { startSession } from "../sessions.js";
import { issueAccessToken } from "../tokens.js";
import { adminView, getUser } from "../users.js";
import { updateUser } from "./update-user.js";

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

function assertTenant({ state, params }: Pick<Call, "state" | "params">): void {
  if (params["tenantId"] !== state.tenantId)
    throw refusal("tenant_not_found", "There is no such tenant");
}

/** A tenant may ask more of a password than HelloJohn does, not less. */
function assertPolicy({ minLength, maxLength }: PasswordPolicy): void {
  const { minLength: least, maxLength: most } = defaultPasswordPolicy;
  if (minLength >= least && minLength <= maxLength && maxLength <= most) return;
  const message = `Lengths go from ${least} to ${most}, the smaller one first`;
  throw refuseFields({ passwordPolicy: [{ code: "invalid_range", message }] });
}

/** The few administrator's calls that a person's own page depends on. */
export const admin: Handlers<
  "getUser" | "updateUser" | "impersonate" | "getAuthConfig" | "updateAuthConfig"
> = {
  getUser: ({ state, params }) => adminView(getUser(state, params["id"] ?? "")),

  updateUser,

  impersonate({ state, body, caller }) {
    if (body.reason === "") {
      const message = "Say why; the log keeps it";
      throw refuseFields({ reason: [{ code: "reason_required", message }] });
    }
    const lengthMs = secondsOf(body.expiresIn ?? "1h") * 1000;
    const user = getUser(state, body.userId);
    if (user.id === caller?.user.id) throw refusal("self_action", "You are this user already");
    if (user.role === "admin" && caller)
      throw refusal("insufficient_permissions", "Only a key may act as an administrator");
    const session = startSession(state, user, { impersonatorId: caller?.user.id ?? "key" });
    session.expiresAt = state.clock.now() + lengthMs;
    return {
      accessToken: issueAccessToken(state, session).token,
      sessionId: session.id,
      impersonatedUserId: user.id,
      expiresAt: new Date(session.expiresAt),
      auditEventId: state.makeId("evt"),
    };
  },

  getAuthConfig(call) {
    assertTenant(call);
    return call.state.config;
  },

  updateAuthConfig(call) {
    assertTenant(call);
    const { state, body } = call;
    const passwordPolicy = { ...state.config.passwordPolicy, ...body.passwordPolicy };
    const sessionConfig = { ...state.config.sessionConfig, ...body.sessionConfig };
    assertPolicy(passwordPolicy);
    return (state.config = { ...state.config, ...body, passwordPolicy, sessionConfig });
  },
};
