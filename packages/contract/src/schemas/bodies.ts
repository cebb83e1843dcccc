import * as z from "zod/mini";
import type { Check } from "../checks.js";
import { email, line } from "../checks.js";
import { metadata } from "../metadata.js";
import { type Actor, canEdit, rules, userFields } from "../rules.js";
import { snakeCase } from "../wire.js";
import { passwordPolicyWire } from "./user.js";

/** A check of the rules as a schema, with its codes kept in `params.code`. */
function checked(base: z.ZodMiniType, check: Check<unknown>) {
  return z.pipe(
    base,
    z.transform((value: unknown, context: z.core.ParsePayload) => {
      const answer = check(value);
      if (!("refused" in answer)) return answer.value;
      context.issues.push({
        code: "custom",
        input: value,
        message: answer.refused.message,
        params: { code: answer.refused.code },
      });
      return z.NEVER;
    }),
  );
}

const text = z.string();
const nullable = z.nullable(text);
const secret = z
  .string()
  .check(
    z.minLength(1, "This cannot be empty."),
    z.maxLength(1024, "Use at most 1024 characters."),
  );
const token = z.string().check(z.minLength(1), z.maxLength(512));
const address = checked(text, email);
/** Any JSON object. Not `z.record`, which drops a `__proto__` in silence where the check refuses it. */
const object = z.unknown().register(z.globalRegistry, { type: "object" });
const bag = checked(object, metadata);
const code = z.string().check(z.regex(/^\d{6}$/, "Enter the six digits"));
const length = z.int().check(z.gte(1), z.lte(1024));
const empty = z.strictObject({});

/** What each field looks like before it is checked, for the OpenAPI document. */
const bases: Record<string, z.ZodMiniType> = {
  email: text,
  role: text,
  status: text,
  emailVerified: z.boolean(),
  disabled: z.boolean(),
  publicMetadata: object,
  privateMetadata: object,
};

/** The body of a change by this actor, made from the rules. */
function updateBody(actor: Actor, leftOut: readonly string[] = []) {
  const shape: Record<string, z.ZodMiniType> = {};
  for (const field of userFields) {
    if (!canEdit(actor, field) || leftOut.includes(field)) continue;
    const check: Check<unknown> = rules[field].check;
    shape[snakeCase(field)] = z.optional(checked(bases[field] ?? nullable, check));
  }
  return z.strictObject({
    ...shape,
    phone: z.optional(checked(nullable, rules.phoneNumber.check)),
  });
}

export const updateMeBody = z.extend(updateBody("self", ["publicMetadata"]), {
  current_password: z.optional(secret),
});
export const updateMyMetadataBody = z.strictObject({ public_metadata: bag });
export const updateUserBody = z.extend(updateBody("admin"), {
  metadata: z.optional(bag),
  revoke_sessions: z.optional(z.boolean()),
  current_password: z.optional(secret),
});

export const credentialsBody = z.strictObject({ email: address, password: secret });
export const signUpBody = z.strictObject({
  email: address,
  password: secret,
  name: z.optional(checked(nullable, rules.name.check)),
  first_name: z.optional(checked(nullable, rules.firstName.check)),
  last_name: z.optional(checked(nullable, rules.lastName.check)),
});
export const changePasswordBody = z.strictObject({
  current_password: secret,
  new_password: secret,
  revoke_other_sessions: z.optional(z.boolean()),
});
export const resetPasswordBody = z.strictObject({ token, new_password: secret });
export const deleteMeBody = z.strictObject({ current_password: secret });
export const tokenBody = z.strictObject({ token });
export const refreshBody = z.strictObject({ refresh_token: token });
export const emailBody = z.strictObject({ email: address });
export const emptyBody = empty;
export const confirmTotpBody = z.strictObject({ factor_id: token, code });
export const verifyTotpBody = z.strictObject({ challenge_id: token, code });

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

export const impersonateBody = z.strictObject({
  user_id: token,
  reason: checked(text, line(500)),
  expires_in: z.optional(
    z.string().check(z.regex(/^[1-9]\d{0,4}[smh]$/, "Write a duration such as 30m or 1h")),
  ),
});
