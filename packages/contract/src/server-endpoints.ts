import type { AuditEvent, AuditEventInput } from "./audit.js";
import { row } from "./endpoint.js";
import type { Organization } from "./organization.js";
import type { AuthConfig, AuthConfigUpdate, Session } from "./shapes.js";
import type { UserExportQuery } from "./users.js";

const get = row("GET", "admin");
const post = row("POST", "admin");

const config = "/v2/admin/tenants/:tenantId/auth/config";

/** The same bearers' further rows, which servers and scripts call and no page of ours carries. */
export const serverEndpoints = {
  /** As `exportFoundUsers`, with the conditions in the address. */
  exportUsers: get<Blob, undefined, UserExportQuery>()("/v1/admin/users/export", "users:read"),
  listSessions: get<{ data: Session[] }, undefined, { userId: string }>()(
    "/v1/sessions",
    "sessions:read",
  ),
  getSession: get<Session>()("/v1/sessions/:id", "sessions:read"),
  createAuditEvent: post<AuditEvent, AuditEventInput>()("/v1/audit-logs", "audit:write"),
  createOrganization: post<Organization, { name: string }>()("/v1/organizations", "users:write"),
  getAuthConfig: get<AuthConfig>()(config, "config:read"),
  updateAuthConfig: row("PATCH", "admin")<AuthConfig, AuthConfigUpdate>()(config, "config:write"),
};
