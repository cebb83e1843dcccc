import { type Revealed, snakeCase } from "@hellojohn/contract";
import { audit } from "../audit.js";
import type { Call } from "../call.js";
import { lockTarget } from "./change-user.js";

const revealable = {
  email: "email",
  pending_email: "pendingEmail",
  phone_number: "phoneNumber",
} as const;

/** Tells what a masked answer hides, and writes down who looked. */
export async function revealUser(call: Call<"revealUser">): Promise<Revealed> {
  const { reason } = call.body;
  // Reading a body respells the names in a list of fields.
  const asked = new Set<string>(call.body.fields.map(snakeCase));
  const columns = (Object.keys(revealable) as (keyof typeof revealable)[]).filter((column) =>
    asked.has(column),
  );
  return call.transact(async (sql) => {
    const row = await lockTarget(sql, call, call.params.id);
    const auditEventId = await audit(sql, call, {
      type: "user.revealed",
      resourceId: row.id,
      ...(reason && { reason }),
      changedFields: columns,
    });
    const values = Object.fromEntries(columns.map((column) => [revealable[column], row[column]]));
    return { ...values, auditEventId };
  });
}
