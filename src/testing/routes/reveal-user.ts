import { camelCase, type Revealed, snakeCase } from "@hellojohn/contract";
import { audit } from "../audit.js";
import type { Call } from "../call.js";
import { getUser } from "../users.js";

/** Tells what a masked answer hides, and the log that it was told. */
export function revealUser(call: Call<"revealUser">): Revealed {
  const user = getUser(call.state, call.params["id"]);
  const { fields, reason } = call.body;
  const names = [...new Set(fields.map(camelCase))] as ("email" | "pendingEmail" | "phoneNumber")[];
  const event = audit(call, {
    type: "user.revealed",
    resourceId: user.id,
    reason,
    changedFields: names.map(snakeCase),
  });
  return {
    ...Object.fromEntries(names.map((name) => [name, user[name]])),
    auditEventId: event.id,
  };
}
