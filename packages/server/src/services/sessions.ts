import { refusal, type Session } from "@hellojohn/contract";
import type { Sql } from "../database/sql.js";
import { impersonationsAmong, listSessions, revokeSessions } from "../store/sessions.js";
import { audit } from "./audit.js";
import { type Call, type Operation, sessionOf, tenantOf } from "./call.js";
import { sessionViewOf } from "./user-view.js";

/** The caller's own session; a key has none. */
export const currentSessionOf = ({ caller }: Operation): string | undefined =>
  caller.kind === "session" ? caller.user.session_id : undefined;

/** The sessions of a user that still run. */
export async function runningSessionsOf(operation: Operation, userId: string): Promise<Session[]> {
  const owner = { tenantId: tenantOf(operation).id, userId };
  const rows = await listSessions(operation.context.database.sql, owner, operation.now);
  return rows.map((row) => sessionViewOf(row, currentSessionOf(operation)));
}

interface Ending {
  userId: string;
  only?: string;
  but?: string;
  type?: "session.revoked" | "user.signed_out";
}

/**
 * Ends running sessions of a user: `only` this one, all `but` one, or every one. The end of an impersonation is an event
 * of its own, as its beginning was; another event names the rest.
 */
export async function endSessions(
  sql: Sql,
  operation: Operation,
  { userId, type = "session.revoked", ...which }: Ending,
): Promise<number> {
  const tenantId = tenantOf(operation).id;
  const ended = await revokeSessions(sql, { tenantId, userId, ...which }, operation.now);
  if (ended.length === 0) return 0;
  const impersonations = await impersonationsAmong(sql, tenantId, ended);
  const own = ended.filter((id) => !impersonations.includes(id));
  const event = { resourceId: userId };
  if (own.length > 0)
    await audit(sql, operation, { ...event, type, metadata: { session_ids: own } });
  for (const id of impersonations)
    // oxlint-disable-next-line no-await-in-loop -- a transaction's connection takes one statement at a time
    await audit(sql, operation, {
      ...event,
      type: "user.impersonation_ended",
      metadata: { session_id: id, impersonated: true },
    });
  return ended.length;
}

const myId = (operation: Operation): string => sessionOf(operation).user.id;

export const listMySessions = async (
  call: Call<"listMySessions">,
): Promise<{ data: Session[] }> => ({ data: await runningSessionsOf(call, myId(call)) });

export const revokeMySession = (call: Call<"revokeMySession">): Promise<{ revoked: number }> =>
  call.transact(async (sql) => {
    const revoked = await endSessions(sql, call, { userId: myId(call), only: call.params.id });
    if (revoked === 0) throw refusal("session_not_found", "You have no such session");
    return { revoked };
  });

export const revokeMyOtherSessions = (
  call: Call<"revokeMyOtherSessions">,
): Promise<{ revoked: number }> =>
  call.transact(async (sql) => {
    const { id, session_id } = sessionOf(call).user;
    return { revoked: await endSessions(sql, call, { userId: id, but: session_id }) };
  });

export const signOut = (call: Call<"signOut">): Promise<void> =>
  call.transact(async (sql) => {
    const { id, session_id } = sessionOf(call).user;
    await endSessions(sql, call, { userId: id, only: session_id, type: "user.signed_out" });
  });
