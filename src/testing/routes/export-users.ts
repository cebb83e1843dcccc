import { refuseFields, snakeCase, toWire } from "@hellojohn/contract";
import { audit } from "../audit.js";
import type { Handlers } from "../call.js";
import { csvLine } from "../csv.js";
import { userDetails } from "../user-details.js";
import { everyone } from "../user-order.js";
import { matcher, wantedOf } from "../user-query.js";

const columns = [
  ...["id", "tenant_id", "email", "email_verified", "pending_email", "name", "first_name"],
  ...["last_name", "avatar_url", "phone_number", "phone_verified", "role", "status", "disabled"],
  ...["mfa_enrolled", "created_at", "updated_at", "last_sign_in_at", "version"],
];
const bags = ["public_metadata", "private_metadata", "metadata"];

/** The columns asked for; metadata only when it is named. */
function fieldsOf(asked: string | undefined): readonly string[] | undefined {
  if (asked === undefined) return undefined;
  const fields = asked.split(",").map((field) => field.trim());
  const unknown = fields.filter((field) => ![...columns, ...bags].includes(field));
  if (unknown.length > 0) {
    const message = `There is no field ${unknown.join(", ")}`;
    throw refuseFields({ fields: [{ code: "unknown_field", message }] });
  }
  return fields;
}

export const exportUsers: Handlers<"exportUsers">["exportUsers"] = (call) => {
  const { state } = call;
  const { format = "csv", fields: asked, masked, ...found } = call.query;
  const fields = fieldsOf(asked);
  const wanted = wantedOf(found);
  const matches = matcher(state, wanted);
  const filters = Object.keys(found).map(snakeCase);
  audit(call, { type: "users.exported", resourceId: null, metadata: { format, filters } });

  const rows = everyone(state, wanted.order)
    .filter(({ user }) => matches(user))
    .map(({ user }) => toWire(userDetails(call, user, { masked })) as Record<string, unknown>);
  const pick = (row: Record<string, unknown>, names: readonly string[]) =>
    Object.fromEntries(names.map((name) => [name, row[name]]));
  if (format === "ndjson")
    return {
      contentType: "application/x-ndjson",
      filename: "users.ndjson",
      text: rows.map((row) => `${JSON.stringify(fields ? pick(row, fields) : row)}\n`).join(""),
    };
  const names = fields ?? columns;
  const lines = rows.map((row) => csvLine(names.map((name) => row[name])));
  return {
    contentType: "text/csv; charset=utf-8",
    filename: "users.csv",
    text: csvLine(names) + lines.join(""),
  };
};
