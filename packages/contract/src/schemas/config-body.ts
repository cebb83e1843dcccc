import * as z from "zod/mini";
import { passwordPolicyWire } from "./user.js";

const length = z.int().check(z.gte(1), z.lte(1024));

export const authConfigBody = z.strictObject({
  user_editable_metadata_keys: z.optional(
    z.array(z.string().check(z.minLength(1), z.maxLength(64))).check(z.maxLength(100)),
  ),
  password_policy: z.optional(
    z.strictObject({
      ...z.partial(passwordPolicyWire).shape,
      min_length: z.optional(length),
      max_length: z.optional(length),
    }),
  ),
  session_config: z.optional(
    z.strictObject({
      access_token_ttl: z.optional(z.int().check(z.gte(10), z.lte(86_400))),
      refresh_token_ttl: z.optional(z.int().check(z.gte(60), z.lte(31_536_000))),
      reauthentication_max_age: z.optional(z.int().check(z.gte(0), z.lte(86_400))),
    }),
  ),
  allowed_email_domains: z.optional(
    z.array(z.string().check(z.regex(/^[a-z\d.-]+\.[a-z\d-]+$/i))).check(z.maxLength(100)),
  ),
});
