import { refusal, type Session } from "@hellojohn/contract";
import type { Sql } from "../database/sql.js";
import { listSessions, revokeSessions } from "../store/sessions.js";
import { type Call, type Operation, sessionOf, tenantOf } from "./call.js";
import { tellEnded } from "./ended-sessions.js";
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
  /** Who ends them, when it is not the bearer. */
  by?: string;
}

/** Ends running sessions of a user: `only` this one, all `but` one, or every one. Answers how many. */
export async function endSessions(
  sql: Sql,
  operation: Operation,
  { userId, only, but, ...telling }: Ending,
): Promise<number> {
  const which = {
    tenantId: tenantOf(operation).id,
    userId,
    ...(only && { only }),
    ...(but && { but }),
  };
  const ended = await revokeSessions(sql, which, operation.now);
  await tellEnded(sql, operation, { ended, ...telling });
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
