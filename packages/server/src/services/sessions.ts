import { refusal, type Session } from "@hellojohn/contract";
import type { Sql } from "../database/sql.js";
import { listSessions, revokeSessions } from "../store/sessions.js";
import { audit } from "./audit.js";
import { type Call, type Operation, sessionOf } from "./call.js";
import { sessionViewOf } from "./user-view.js";

const ownerOf = (operation: Operation) => {
  const { tenant, user } = sessionOf(operation);
  return { tenantId: tenant.id, userId: user.id };
};

export async function listMySessions(call: Call<"listMySessions">): Promise<{ data: Session[] }> {
  const rows = await listSessions(call.context.database.sql, ownerOf(call), call.now);
  return { data: rows.map((row) => sessionViewOf(row, sessionOf(call).user.session_id)) };
}

/** Ends sessions of the signed-in user, with an event that names them. */
export async function endMySessions(
  sql: Sql,
  operation: Operation,
  which: { only?: string; but?: string },
  type = "session.revoked",
): Promise<number> {
  const owner = ownerOf(operation);
  const ended = await revokeSessions(sql, { ...owner, ...which }, operation.now);
  if (ended.length > 0)
    await audit(sql, operation, {
      type,
      resourceId: owner.userId,
      metadata: { session_ids: ended },
    });
  return ended.length;
}

export const revokeMySession = (call: Call<"revokeMySession">): Promise<{ revoked: number }> =>
  call.transact(async (sql) => {
    const revoked = await endMySessions(sql, call, { only: call.params.id });
    if (revoked === 0) throw refusal("session_not_found", "You have no such session");
    return { revoked };
  });

export const revokeMyOtherSessions = (
  call: Call<"revokeMyOtherSessions">,
): Promise<{ revoked: number }> =>
  call.transact(async (sql) => ({
    revoked: await endMySessions(sql, call, { but: sessionOf(call).user.session_id }),
  }));

export const signOut = (call: Call<"signOut">): Promise<void> =>
  call.transact(async (sql) => {
    const { session_id } = sessionOf(call).user;
    await endMySessions(sql, call, { only: session_id }, "user.signed_out");
  });
