import * as z from "zod/mini";
import { text, time } from "./user.js";

export const organizationWire = z.object({ id: text, name: text, created_at: time });

/** A user's place in an organization. */
export const membershipWire = z.object({
  organization_id: text,
  name: text,
  role: text,
  created_at: time,
});

export const organizationPageWire = z.object({
  data: z.array(organizationWire),
  pagination: z.object({ limit: z.int(), has_more: z.boolean(), next_cursor: z.nullable(text) }),
});
