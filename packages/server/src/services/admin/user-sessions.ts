import { refusal, type Session } from "@hellojohn/contract";
import type { Sql } from "../../database/sql.js";
import { isId } from "../../store/ids.js";
import { findSession, type SessionRow } from "../../store/sessions.js";
import { type Call, type Operation, tenantOf } from "../call.js";
import { currentSessionOf, endSessions, runningSessionsOf } from "../sessions.js";
import { sessionViewOf } from "../user-view.js";
import { readUser } from "./users.js";

/** Sessions, the newest first. */
export interface SessionList {
  data: Session[];
}

const sessionsOf = async (operation: Operation, userId: string): Promise<SessionList> => {
  const user = await readUser(operation, userId);
  return { data: await runningSessionsOf(operation, user.id) };
};

export const listUserSessions = (call: Call<"listUserSessions">): Promise<SessionList> =>
  sessionsOf(call, call.params.id);

export const listSessions = (call: Call<"listSessions">): Promise<SessionList> =>
  sessionsOf(call, call.query.userId ?? "");

const noSession = () => refusal("session_not_found", "There is no such session");

/** The session by its id, ended or not; one of another tenant is as good as none. */
async function readSession(sql: Sql, operation: Operation, id: string): Promise<SessionRow> {
  const row = isId(id) ? await findSession(sql, tenantOf(operation).id, id) : undefined;
  if (!row) throw noSession();
  return row;
}

/** A session that runs: an answer cannot say that one has ended. */
export async function getSession(call: Call<"getSession">): Promise<Session> {
  const row = await readSession(call.context.database.sql, call, call.params.id);
  if (row.revoked_at || row.expires_at <= call.now) throw noSession();
  return sessionViewOf(row, currentSessionOf(call));
}

export async function revokeUserSessions(
  call: Call<"revokeUserSessions">,
): Promise<{ revoked: number }> {
  const { id: userId } = await readUser(call, call.params.id);
  return call.transact(async (sql) => ({ revoked: await endSessions(sql, call, { userId }) }));
}

/** One that has ended already is none to end. */
export const revokeSession = (call: Call<"revokeSession">): Promise<{ revoked: number }> =>
  call.transact(async (sql) => {
    const { id, user_id: userId } = await readSession(sql, call, call.params.id);
    return { revoked: await endSessions(sql, call, { userId, only: id }) };
  });
