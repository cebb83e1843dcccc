import { type Endpoint, refusal } from "@hellojohn/contract";
import type { Caller, Identity } from "./call.js";
import type { KeyRecord, SessionRecord } from "./records.js";
import type { State } from "./state.js";

const minute = 60_000;

const ended = () => refusal("session_revoked", "This session was ended; sign in again");

function callerOf(state: State, session: SessionRecord): Caller {
  const user = state.users.get(session.userId);
  if (session.ended || !user) throw ended();
  if (state.clock.now() - session.lastActiveAt >= minute) session.lastActiveAt = state.clock.now();
  return { user, session, actor: session.impersonatorId === null ? "self" : "impersonator" };
}

function readSession(state: State, token: string): Caller {
  const access = state.accessTokens.get(token);
  if (!access) throw refusal("invalid_token", "This access token is not one of ours");
  const now = state.clock.now();
  if (access.expiresAt <= now)
    throw refusal("token_expired", "The access token has expired; refresh it");
  const session = state.sessions.get(access.sessionId);
  if (!session) throw ended();
  const caller = callerOf(state, session);
  if (session.expiresAt <= now) throw refusal("token_expired", "The session has expired");
  return caller;
}

function readKey(state: State, token: string, { scope }: Endpoint): KeyRecord {
  const key = state.keys.get(token);
  if (!key) throw refusal("invalid_api_key", "This secret key is not known");
  if (!scope || key.scopes.includes("*") || key.scopes.includes(scope)) return key;
  throw refusal("insufficient_permissions", `The key lacks the scope ${scope}`);
}

function readAdmin(state: State, token: string): Caller {
  const caller = readSession(state, token);
  if (caller.user.role !== "admin")
    throw refusal("insufficient_permissions", "Only an administrator may do this");
  if (caller.user.disabled) throw refusal("account_disabled", "This account is disabled");
  return caller.actor === "self" ? { ...caller, actor: "admin" } : caller;
}

/** Who is calling, by what a row of the endpoint table asks for; nobody in particular where it asks for a key of an app. */
export function authenticate(
  state: State,
  endpoint: Endpoint,
  authorization: string | null,
): Identity {
  const { bearer } = endpoint;
  const nobody: Identity = { caller: undefined, key: undefined };
  if (bearer === "none") return nobody;
  if (!authorization) throw refusal("missing_token", "Send an Authorization header");
  const token = /^Bearer +(\S+) *$/i.exec(authorization)?.[1];
  if (!token) throw refusal("invalid_token", "Send Authorization: Bearer …");
  if (bearer === "session") return { ...nobody, caller: readSession(state, token) };
  if (bearer === "admin")
    return /^[sp]k_/.test(token)
      ? { ...nobody, key: readKey(state, token, endpoint) }
      : { ...nobody, caller: readAdmin(state, token) };
  if (token !== state.publishableKey)
    throw refusal("invalid_publishable_key", "This publishable key is not known");
  return nobody;
}
