import { type Revealed, snakeCase } from "@hellojohn/contract";
import { audit } from "../audit.js";
import type { Call } from "../call.js";
import { targetOf } from "../change-user.js";

const hidden = ["email", "pendingEmail", "phoneNumber"] as const;

/** Tells what a masked answer hides, and the log that it was told. */
export function revealUser(call: Call<"revealUser">): Revealed {
  const user = targetOf(call);
  // Reading a body respells the names in a list of fields.
  const asked = new Set<string>(call.body.fields.map(snakeCase));
  const names = hidden.filter((name) => asked.has(snakeCase(name)));
  const event = audit(call, {
    type: "user.revealed",
    resourceId: user.id,
    reason: call.body.reason,
    changedFields: names.map(snakeCase),
  });
  const values = Object.fromEntries(names.map((name) => [name, user[name]]));
  return { ...values, auditEventId: event.id };
}
