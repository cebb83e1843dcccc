import { type FieldMessages, refusal } from "./errors.js";
import { parseFields } from "./parse-input.js";
import { type Actor, refusalReason, ruleOf, type UserField } from "./rules.js";
import type { Editable } from "./user.js";
import { camelCase } from "./wire.js";

const aliases = new Map([["phone", "phoneNumber"]]);

const explain: Record<string, string> = {
  system_managed: "HelloJohn sets this itself",
  admin_only: "Only an administrator may change this",
  impersonation: "Not while impersonating",
};

/** Either spelling and every alias become the field's one name. */
export const spelled = (input: object): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(input).map(([key, value]) => {
      const name = camelCase(key);
      return [aliases.get(name) ?? name, value];
    }),
  );

/** Refuses a change whole, by `field_not_editable` (or `impersonation_forbidden`), before any value is looked at. */
export function assertEditable(actor: Actor, input: object): void {
  const fields: FieldMessages = {};
  for (const field of Object.keys(spelled(input))) {
    const reason = ruleOf(field) && refusalReason(actor, field as UserField);
    if (reason) fields[field] = [{ code: reason, message: explain[reason] ?? reason }];
  }
  const reasons = Object.values(fields).flat();
  if (reasons.length === 0) return;
  const code = reasons.every((reason) => reason.code === "impersonation")
    ? "impersonation_forbidden"
    : "field_not_editable";
  throw refusal(
    code,
    `Not yours to edit: ${Object.keys(fields).join(", ")}. Leave out what is named and send the rest`,
    { fields },
  );
}

/** What an actor wants to change of a user, checked and normalised, by field. Throws what the rules refuse. */
export function parseUpdate(actor: Actor, input: object): Record<string, unknown> {
  assertEditable(actor, input);
  return parseFields(spelled(input), (field) => ruleOf(field)?.check);
}

/** The metadata keys in a patch that this person may not edit. */
export const refusedMetadataKeys = (editable: Editable, patch: object): string[] =>
  Object.keys(patch).filter((key) => !editable.metadataKeys.includes(key));
