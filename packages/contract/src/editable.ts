import { type Actor, type RefusalReason, refusalReason, userFields } from "./rules.js";
import type { PasswordPolicy } from "./password.js";
import type { Editable } from "./user.js";

/** What `GET /v1/auth/me` reports of the rules: they depend on the actor and on the tenant's metadata keys. */
export function editableBy(
  actor: Actor,
  metadataKeys: readonly string[],
  passwordPolicy: PasswordPolicy,
): Editable {
  const refused: Record<string, RefusalReason> = {};
  for (const field of userFields) {
    const reason = refusalReason(actor, field);
    if (reason) refused[field] = reason;
    else if (field === "publicMetadata" && actor === "self" && metadataKeys.length === 0)
      refused[field] = "no_editable_keys";
  }
  return {
    fields: userFields.filter((field) => !refused[field]),
    metadataKeys: refused["publicMetadata"] ? [] : [...metadataKeys],
    refused,
    passwordPolicy,
  };
}
