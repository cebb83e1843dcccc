import type { Connection, Export, Membership } from "@hellojohn/contract";
import type { Sql } from "../database/sql.js";
import { listAuditOf } from "../store/audit.js";
import {
  type ConnectionRow,
  listAllSessions,
  listConnections,
  listMemberships,
  type MembershipRow,
  type Owner,
} from "../store/belongings.js";
import { listFactors } from "../store/factors.js";
import { auditViewOf } from "./audit.js";
import { factorViewOf } from "./totp.js";
import { sessionViewOf } from "./user-view.js";

/** What one answer holds at most of each; the log itself can be read further, page by page. */
const most = 10_000;

export const connectionViewOf = ({ id, provider, created_at }: ConnectionRow): Connection => ({
  id,
  provider,
  createdAt: created_at,
});

export const membershipViewOf = (row: MembershipRow): Membership => ({
  organizationId: row.organization_id,
  name: row.name,
  role: row.role,
  createdAt: row.created_at,
});

/** Everything that is kept about a user besides her own row, ended sessions too. */
export async function belongingsOf(
  sql: Sql,
  owner: Owner,
  currentSession: string | undefined,
): Promise<Omit<Export, "exportedAt" | "user">> {
  // One after the other: within a transaction there is one connection, which answers one question at a time.
  const sessions = await listAllSessions(sql, owner, most);
  const factors = await listFactors(sql, owner);
  const connections = await listConnections(sql, owner);
  const memberships = await listMemberships(sql, owner);
  const events = await listAuditOf(sql, owner, most);
  return {
    sessions: sessions.map((row) => sessionViewOf(row, currentSession)),
    factors: factors.map(factorViewOf),
    connections: connections.map(connectionViewOf),
    organizations: memberships.map(membershipViewOf),
    auditEvents: events.map(auditViewOf),
  };
}
