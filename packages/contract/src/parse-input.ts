import type { Check } from "./checks.js";
import {
  type ErrorCode,
  type FieldMessage,
  type FieldMessages,
  HelloJohnError,
  refusal,
  statusOf,
} from "./errors.js";
import { snakeCase } from "./wire.js";

/** The code of the whole refusal: that of its only reason when the table has it for a 422, else `validation_failed`. */
export function refuseFields(fields: FieldMessages): HelloJohnError {
  const [first, ...others] = Object.values(fields).flat();
  const known: Partial<Record<string, number>> = statusOf;
  const code =
    first && others.length === 0 && known[first.code] === 422
      ? (first.code as ErrorCode)
      : "validation_failed";
  const names = Object.keys(fields).map(snakeCase).join(", ");
  return refusal(
    code,
    first && others.length === 0 ? `${names}: ${first.message}` : `Refused: ${names}`,
    { fields },
  );
}

/** Collects what each check says of its value; throws one refusal that names every wrong field. */
export function parseFields(
  input: object,
  checkOf: (field: string) => Check<unknown> | undefined,
): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  const fields: Record<string, FieldMessage[]> = {};
  for (const [field, value] of Object.entries(input)) {
    if (value === undefined) continue;
    const answer = checkOf(field)?.(value) ?? {
      refused: { code: "unknown_field", message: "There is no such field" },
    };
    if ("refused" in answer) fields[field] = [answer.refused];
    else values[field] = answer.value;
  }
  if (Object.keys(fields).length > 0) throw refuseFields(fields);
  return values;
}
