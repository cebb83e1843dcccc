import * as z from "zod/mini";
import { bag, text, time } from "./user.js";

/** An entry of the append-only log. */
export const auditEventWire = z.object({
  id: text,
  type: text,
  actor_type: text,
  actor_id: z.nullable(text),
  resource_id: z.nullable(text),
  reason: z.nullable(text),
  changed_fields: z.array(text),
  source: text,
  ip: z.nullable(text),
  user_agent: z.nullable(text),
  request_id: z.nullable(text),
  metadata: bag,
  created_at: time,
});

export const auditPageWire = z.object({
  data: z.array(auditEventWire),
  meta: z.object({
    total: z.int(),
    total_is_estimate: z.boolean(),
    limit: z.int(),
    cursor: z.nullable(text),
  }),
});
