import { type Endpoint, refusal } from "@hellojohn/contract";
import type { Context } from "../context.js";
import { makeTokenVerifier } from "../services/access-token.js";
import { authConfigOf } from "../services/auth-config.js";
import type { Caller, KeyCaller, PublishableCaller, SessionCaller } from "../services/call.js";
import { findKey, type KeyKind } from "../store/api-keys.js";
import { findSignedIn, noteActivity, type SignedInRow } from "../store/sessions.js";

const activityMs = 60_000;

const unknownKey = {
  secret: () => refusal("invalid_api_key", "This is no secret key, or it was revoked"),
  publishable: () => refusal("invalid_publishable_key", "Send the app's publishable key (pk_…)"),
};

const forbidden = (message: string) => refusal("insufficient_permissions", message);

function bearerIn(header: string | undefined): string {
  if (!header) throw refusal("missing_token", "Send Authorization: Bearer …");
  const [, token] = /^Bearer +(\S+) *$/i.exec(header) ?? [];
  if (!token) throw refusal("invalid_token", "Send Authorization: Bearer …");
  return token;
}

/** Makes the function that tells who is calling, and refuses those the endpoint is not for. */
export function makeAuthenticator(context: Context) {
  const { database, log } = context;
  const verify = makeTokenVerifier(context);

  /** Told to the database after the fact, and at most once a minute: no call waits for it. */
  function noteSeen(row: SignedInRow, now: Date): void {
    if (now.getTime() - row.last_active_at.getTime() < activityMs) return;
    const session = { tenantId: row.tenant_id, id: row.session_id };
    noteActivity(database.sql, session, now).catch((error: unknown) =>
      log.warn({ err: error }, "activity not noted"),
    );
  }

  async function session(token: string, now: Date): Promise<SessionCaller> {
    const claims = await verify(token, now);
    const row = await findSignedIn(database.sql, claims.tenantId, claims.sessionId);
    if (!row || row.revoked_at)
      throw refusal("session_revoked", "This session has ended; sign in again");
    if (row.id !== claims.userId)
      throw refusal("invalid_token", "This is not an access token of this server");
    if (row.session_expires_at <= now)
      throw refusal("token_expired", "The session has expired; sign in again");
    noteSeen(row, now);
    return {
      kind: "session",
      tenant: { id: row.tenant_id, name: row.tenant_name, config: authConfigOf(row.config) },
      user: row,
      actor: row.impersonator_type ? "impersonator" : "self",
    };
  }

  async function key(kind: KeyKind, text: string): Promise<KeyCaller | PublishableCaller> {
    const row = await findKey(database.sql, kind, text);
    if (!row) throw unknownKey[kind]();
    const tenant = {
      id: row.tenant_id,
      name: row.tenant_name,
      config: authConfigOf(row.config),
    };
    return kind === "secret"
      ? { kind: "key", tenant, keyId: row.id, scopes: row.scopes }
      : { kind: "publishable", tenant, keyId: row.id };
  }

  async function admin(token: string, { scope }: Endpoint, now: Date): Promise<Caller> {
    if (/^[sp]k_/.test(token)) {
      const caller = await key("secret", token);
      const scopes = caller.kind === "key" ? caller.scopes : [];
      if (!scope || scopes.includes("*") || scopes.includes(scope)) return caller;
      throw forbidden(`The key lacks the scope ${scope}`);
    }
    const caller = await session(token, now);
    if (caller.user.role !== "admin") throw forbidden("Only an administrator may do this");
    if (caller.user.disabled) throw refusal("account_disabled", "This account is disabled");
    return caller;
  }

  return async (
    endpoint: Endpoint,
    headers: { authorization: string | undefined; tenantId: string | undefined },
    now: Date,
  ): Promise<Caller> => {
    if (endpoint.bearer === "none") return { kind: "none" };
    const token = bearerIn(headers.authorization);
    const readers = { session, admin: (text: string) => admin(text, endpoint, now) };
    const caller =
      endpoint.bearer === "publishable"
        ? await key("publishable", token)
        : await readers[endpoint.bearer](token, now);
    if (caller.kind !== "none" && headers.tenantId && headers.tenantId !== caller.tenant.id)
      throw refusal("tenant_mismatch", "X-Tenant-ID names another tenant than the bearer does");
    return caller;
  };
}
