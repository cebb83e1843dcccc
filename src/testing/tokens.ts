import type { Tokens } from "@hellojohn/contract";
import type { SessionRecord } from "./records.js";
import type { State } from "./state.js";
import { getUser } from "./users.js";

function base64Url(value: unknown): string {
  const bytes = new TextEncoder().encode(JSON.stringify(value));
  const text = btoa(String.fromCharCode(...bytes));
  return text.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** An access token with the claims of a real one, signed by nobody. */
export function issueAccessToken(state: State, session: SessionRecord) {
  const user = getUser(state, session.userId);
  const issuedAt = Math.floor(state.clock.now() / 1000);
  // Who acts for someone has nothing to refresh with: the token lasts as long as the session.
  const ttl = session.impersonatorId ? Infinity : state.config.sessionConfig.accessTokenTtl;
  const expiresAt = Math.min(issuedAt + ttl, Math.floor(session.expiresAt / 1000));
  const claims = {
    iss: state.apiUrl,
    aud: user.tenantId,
    sub: user.id,
    session_id: session.id,
    tenant_id: user.tenantId,
    role: user.role,
    email: user.email,
    email_verified: user.emailVerified,
    public_metadata: user.publicMetadata,
    iat: issuedAt,
    exp: expiresAt,
    ...(session.impersonatorId ? { act: { sub: session.impersonatorId } } : {}),
  };
  const header = base64Url({ alg: "EdDSA", typ: "JWT", kid: "fake" });
  const token = `${header}.${base64Url(claims)}.${state.makeId("unsigned")}`;
  state.accessTokens.set(token, { sessionId: session.id, expiresAt: expiresAt * 1000 });
  return { token, expiresAt: new Date(expiresAt * 1000) };
}

/** A new pair for a session; the refresh token works once. */
export function issueTokens(state: State, session: SessionRecord): Tokens {
  const access = issueAccessToken(state, session);
  const refreshToken = state.makeId("rt_fake");
  const expiresAt = state.clock.now() + state.config.sessionConfig.refreshTokenTtl * 1000;
  session.expiresAt = expiresAt;
  state.refreshTokens.set(refreshToken, { sessionId: session.id, expiresAt });
  return {
    id: session.id,
    accessToken: access.token,
    accessTokenExpiresAt: access.expiresAt,
    refreshToken,
    refreshTokenExpiresAt: new Date(expiresAt),
  };
}
