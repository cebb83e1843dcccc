import * as z from "zod/mini";
import { filled, line } from "../checks.js";
import { address, bag, checked, secret, text, token, updateBody } from "./inputs.js";
import { cursor, direction, file, filters, included, limitUpTo, sort } from "./queries.js";

const reason = z.optional(checked(text, line(500)));
const flag = z.optional(z.boolean());
const choice = checked(text, filled(line(64)));

const updated = {
  metadata: z.optional(bag),
  revoke_sessions: flag,
  current_password: z.optional(secret),
};
export const updateUserBody = z.extend(updateBody("admin"), updated);

const created = {
  email: address,
  password: z.optional(secret),
  metadata: z.optional(bag),
  send_welcome_email: flag,
  organization_id: z.optional(token),
  organization_role: z.optional(choice),
};
export const createUserBody = z.extend(updateBody("admin", ["email", "status"]), created);

export const reasonBody = z.strictObject({ reason });
export const disableBody = z.strictObject({ reason, revoke_sessions: flag });
export const setPasswordBody = z.strictObject({ password: secret, sign_out_all_sessions: flag });
export const sendPasswordResetBody = z.strictObject({ revoke_sessions: flag });
export const revealBody = z.strictObject({
  fields: z.array(z.enum(["email", "pending_email", "phone_number"])).check(z.minLength(1)),
  reason,
});
export const bulkDisableBody = z.strictObject({
  // Not ids yet: a bad one has an outcome of its own.
  user_ids: z.array(z.string().check(z.maxLength(512))).check(z.minLength(1), z.maxLength(1000)),
  revoke_sessions: flag,
  reason,
});

const search = {
  query: z.optional(z.string().check(z.maxLength(200))),
  filters: z.optional(z.strictObject(filters(z.boolean()))),
  sort: z.optional(z.strictObject({ field: sort, direction: z.optional(direction) })),
  masked: flag,
};
export const searchBody = z.strictObject({
  ...search,
  limit: z.optional(limitUpTo(100)),
  cursor,
  include: z.optional(included),
});
export const exportFoundUsersBody = z.strictObject({ ...search, ...file });

const eventType = z
  .string()
  .check(
    z.maxLength(100),
    z.regex(/^[a-z][a-z\d_-]*(\.[a-z\d_-]+)+$/, "Write a type such as user.suspended"),
  );
export const auditEventBody = z.strictObject({
  type: z.optional(eventType),
  action: z.optional(eventType),
  resource_id: z.optional(z.nullable(checked(text, filled(line(512))))),
  actor: z.optional(checked(text, line(200))),
  reason,
  metadata: z.optional(bag),
});

export const organizationBody = z.strictObject({ name: checked(text, filled(line(200))) });
export const memberBody = z.strictObject({ user_id: token, role: z.optional(choice) });

export const impersonateBody = z.strictObject({
  user_id: token,
  reason: checked(text, line(500)),
  expires_in: z.optional(
    z.string().check(z.regex(/^[1-9]\d{0,4}[smh]$/, "Write a duration such as 30m or 1h")),
  ),
});

const roles = z.optional(z.array(choice).check(z.length(1, "Give one role")));
export const createTenantUserBody = z.extend(updateBody("admin", ["email", "status", "role"]), {
  ...created,
  roles,
});
export const updateTenantUserBody = z.extend(updateBody("admin", ["role"]), { ...updated, roles });
export const tenantPasswordResetBody = z.strictObject({
  send_email: flag,
  temporary_password: z.optional(z.nullable(secret)),
});
