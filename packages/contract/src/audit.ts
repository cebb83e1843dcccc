import type * as z from "zod/mini";
import type { AnySpelling, Optional } from "./rules.js";
import type * as audit from "./schemas/audit.js";
import type { FromWire } from "./wire.js";

type Read<Schema extends z.ZodMiniType> = FromWire<z.infer<Schema>>;

/** An entry of the append-only log. `source` is `system`, or `api` for what an application wrote itself. */
export interface AuditEvent extends Read<typeof audit.auditEventWire> {}

/** One page of the log, the newest first. */
export interface AuditPage extends Read<typeof audit.auditPageWire> {}

/** Which events. `type` may end in `*`; `limit` is 50 unless said, at most 200. */
export type AuditQuery = AnySpelling<
  Optional<{
    actorId?: string;
    resourceId?: string;
    type?: string;
    source?: "system" | "api";
    from?: Date | string;
    to?: Date | string;
    limit?: number;
    cursor?: string;
  }>
>;

/** An application's own event; `action` is another name of `type`, such as `user.suspended`. */
export type AuditEventInput = AnySpelling<{
  type?: string;
  action?: string;
  resourceId?: string;
  /** Whom the application holds responsible; the actor of the event stays the bearer. */
  actor?: string;
  reason?: string;
  metadata?: Record<string, unknown>;
}>;
