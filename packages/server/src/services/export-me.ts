import { type AuditEvent, type Export } from "@hellojohn/contract";
import { type AuditRow, listAuditOf } from "../store/audit.js";
import { listAllSessions, listConnections, listMemberships } from "../store/belongings.js";
import { listFactors } from "../store/factors.js";
import type { SessionRow } from "../store/sessions.js";
import { type Call, sessionOf } from "./call.js";
import { factorViewOf } from "./totp.js";
import { meOf, sessionViewOf } from "./user-view.js";

const mostEvents = 10_000;

const auditViewOf = (row: AuditRow): AuditEvent => ({
  id: row.id,
  type: row.type,
  actorType: row.actor_type,
  actorId: row.actor_id,
  resourceId: row.resource_id,
  reason: row.reason,
  changedFields: row.changed_fields,
  source: row.source,
  ip: row.ip,
  userAgent: row.user_agent,
  requestId: row.request_id,
  metadata: row.metadata,
  createdAt: row.created_at,
});

/** Everything held about the person. */
export async function exportMe(call: Call<"exportMe">): Promise<Export> {
  const { tenant, user, actor } = sessionOf(call);
  const { sql } = call.context.database;
  const owner = { tenantId: tenant.id, userId: user.id };
  const [sessions, factors, connections, memberships, events] = await Promise.all([
    listAllSessions<SessionRow>(sql, owner),
    listFactors(sql, owner),
    listConnections(sql, owner),
    listMemberships(sql, owner),
    listAuditOf(sql, tenant.id, user.id, mostEvents),
  ]);
  return {
    exportedAt: call.now,
    user: meOf(user, tenant, actor),
    sessions: sessions.map((row) => sessionViewOf(row, user.session_id)),
    factors: factors.map(factorViewOf),
    connections: connections.map(({ id, provider, created_at }) => ({
      id,
      provider,
      createdAt: created_at,
    })),
    organizations: memberships.map((row) => ({
      organizationId: row.organization_id,
      name: row.name,
      role: row.role,
      createdAt: row.created_at,
    })),
    auditEvents: events.map(auditViewOf),
  };
}
