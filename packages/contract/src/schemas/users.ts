import * as z from "zod/mini";
import { auditEventWire } from "./audit.js";
import { membershipWire } from "./organization.js";
import { sessionWire } from "./replies.js";
import { adminUserWire, connectionWire, factorWire, text, time } from "./user.js";

/** The user with what `include` asked for. */
export const userDetailsWire = z.extend(adminUserWire, {
  factors: z.optional(z.array(factorWire)),
  connections: z.optional(z.array(connectionWire)),
  organizations: z.optional(z.array(membershipWire)),
  /** By action, the code with which it would be refused. */
  restrictions: z.optional(z.record(text, text)),
});

export const userPageWire = z.object({
  data: z.array(userDetailsWire),
  pagination: z.object({
    total: z.int(),
    /** True when there are too many matches to count them each time. */
    total_is_estimate: z.boolean(),
    limit: z.int(),
    has_more: z.boolean(),
    next_cursor: z.nullable(text),
  }),
});

export const userChangedWire = z.object({ user: adminUserWire, sessions_revoked: z.int() });

export const bulkDisabledWire = z.object({
  disabled: z.int(),
  sessions_revoked: z.int(),
  results: z.array(
    z.object({
      user_id: text,
      outcome: z.enum(["disabled", "unchanged", "refused"]),
      code: z.optional(text),
      sessions_revoked: z.int(),
    }),
  ),
});

export const revealedWire = z.object({
  email: z.optional(text),
  pending_email: z.optional(z.nullable(text)),
  phone_number: z.optional(z.nullable(text)),
  audit_event_id: text,
});

/** Everything held about a user, as an administrator may hand it out. */
export const userExportWire = z.object({
  exported_at: time,
  user: adminUserWire,
  sessions: z.array(sessionWire),
  factors: z.array(factorWire),
  connections: z.array(connectionWire),
  organizations: z.array(membershipWire),
  audit_events: z.array(auditEventWire),
});

export const permissionsWire = z.object({
  actor_type: z.enum(["user", "api_key"]),
  actor_id: text,
  tenant: z.object({ id: text, name: text }),
  /** What a key holds; an administrator's session has `*`. */
  scopes: z.array(text),
  /** Names of the endpoint table. */
  operations: z.array(text),
});
