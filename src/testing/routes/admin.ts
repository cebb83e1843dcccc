import { type Metadata, refusal } from "@hellojohn/contract";
import type { Call, Handlers } from "../call.js";
import { sendVerification } from "../mail.js";
import { endSessions, startSession } from "../sessions.js";
import { issueAccessToken } from "../tokens.js";
import { adminView, assertFree, getUser, mergeMetadata, write } from "../users.js";

const seconds = { s: 1, m: 60, h: 3600 };

function secondsOf(duration: string): number {
  const unit = duration.at(-1);
  const factor = unit === "s" || unit === "m" || unit === "h" ? seconds[unit] : 1;
  return Number.parseInt(duration, 10) * factor;
}

function assertTenant({ state, params }: Pick<Call, "state" | "params">): void {
  if (params["tenantId"] !== state.tenantId)
    throw refusal("tenant_not_found", "There is no such tenant");
}

/** The few administrator's calls that a person's own page depends on. */
export const admin: Handlers<
  "getUser" | "updateUser" | "impersonate" | "getAuthConfig" | "updateAuthConfig"
> = {
  getUser: ({ state, params }) => adminView(getUser(state, params["id"] ?? "")),

  updateUser({ state, params, body, caller }) {
    const user = getUser(state, params["id"] ?? "");
    const { email, emailVerified, disabled, status, ...changes } = body;
    const off = disabled ?? (status === undefined ? user.disabled : status === "disabled");
    if (caller?.user.id === user.id && (off || (changes.role ?? user.role) !== user.role))
      throw refusal("self_action", "Ask another administrator to do this to you");
    const isNew = email !== undefined && email.toLowerCase() !== user.email.toLowerCase();
    if (isNew) assertFree(state, email, user.id);
    const { publicMetadata, privateMetadata } = changes as Record<string, Metadata | undefined>;
    write(state, user, {
      ...changes,
      ...(publicMetadata && {
        publicMetadata: mergeMetadata(user, "publicMetadata", publicMetadata),
      }),
      ...(privateMetadata && {
        privateMetadata: mergeMetadata(user, "privateMetadata", privateMetadata),
      }),
      ...(email !== undefined && (isNew && !emailVerified ? { pendingEmail: email } : { email })),
      ...(emailVerified !== undefined && (!isNew || emailVerified) && { emailVerified }),
      disabled: off,
      status: off ? "disabled" : (status ?? (user.disabled ? "active" : user.status)),
    });
    if (isNew && !emailVerified) sendVerification(state, user, email);
    if (off) endSessions(state, user.id);
    return adminView(user);
  },

  impersonate({ state, body, caller }) {
    const user = getUser(state, body.userId);
    const session = startSession(state, user, { impersonatorId: caller?.user.id ?? "key" });
    session.expiresAt = state.clock.now() + secondsOf(body.expiresIn ?? "1h") * 1000;
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
    const { passwordPolicy, sessionConfig } = state.config;
    state.config = {
      ...state.config,
      ...body,
      passwordPolicy: { ...passwordPolicy, ...body.passwordPolicy },
      sessionConfig: { ...sessionConfig, ...body.sessionConfig },
    };
    return state.config;
  },
};
