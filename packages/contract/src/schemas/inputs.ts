import * as z from "zod/mini";
import type { Check } from "../checks.js";
import { email } from "../checks.js";
import { metadata } from "../metadata.js";
import { type Actor, canEdit, rules, userFields } from "../rules.js";
import { snakeCase } from "../wire.js";

/** A check of the rules as a schema, with its codes kept in `params.code`. */
export function checked(base: z.ZodMiniType, check: Check<unknown>) {
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

export const text = z.string();
export const nullable = z.nullable(text);
export const secret = z
  .string()
  .check(
    z.minLength(1, "This cannot be empty."),
    z.maxLength(1024, "Use at most 1024 characters."),
  );
export const token = z.string().check(z.minLength(1), z.maxLength(512));
export const address = checked(text, email);
/** Any JSON object. Not `z.record`, which drops a `__proto__` in silence where the check refuses it. */
const object = z.unknown().register(z.globalRegistry, { type: "object" });
export const bag = checked(object, metadata);
export const code = z.string().check(z.regex(/^\d{6}$/, "Enter the six digits"));

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
export function updateBody(actor: Actor, leftOut: readonly string[] = []) {
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
