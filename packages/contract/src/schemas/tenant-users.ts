import * as z from "zod/mini";
import { adminUserWire, text } from "./user.js";

export const tenantUserWire = z.extend(adminUserWire, { roles: z.array(text) });

export const tenantUserPageWire = z.object({
  users: z.array(tenantUserWire),
  total: z.int(),
  total_is_estimate: z.boolean(),
  page: z.int(),
  limit: z.int(),
});

export const passwordResetDoneWire = z.object({
  email_sent: z.boolean(),
  sessions_revoked: z.int(),
});
