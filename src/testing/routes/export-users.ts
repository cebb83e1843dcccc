import { csvRow, refuseFields, snakeCase, toWire, type UserExportQuery } from "@hellojohn/contract";
import { audit } from "../audit.js";
import type { Attachment, Call, Operation } from "../call.js";
import { userDetails } from "../user-details.js";
import { inSearch, queryIn, selectionOf } from "../user-query.js";
import { selected } from "./user-list.js";

/** The columns of a table. Metadata, a tree for each person, comes only when it is asked for. */
const plain = [
  ...["id", "tenant_id", "email", "email_verified", "pending_email", "name", "first_name"],
  ...["last_name", "avatar_url", "phone_number", "phone_verified", "role", "status", "disabled"],
  ...["mfa_enrolled", "created_at", "updated_at", "last_sign_in_at", "version"],
];
const known = new Set([...plain, "public_metadata", "private_metadata", "metadata"]);

function columnsIn(fields: string | undefined): string[] | undefined {
  if (fields === undefined) return undefined;
  const names = [...new Set(fields.split(",").map((name) => snakeCase(name.trim())))];
  const strange = names.filter((name) => !known.has(name));
  if (strange.length > 0)
    throw refuseFields({
      fields: strange.map((name) => ({
        code: "unknown_field",
        message: `A user has no field "${name}"`,
      })),
    });
  return names;
}

type Cells = Record<string, unknown>;

const csv = (rows: readonly Cells[], columns = plain) =>
  csvRow(columns) + rows.map((row) => csvRow(columns.map((name) => row[name]))).join("");

const ndjson = (rows: readonly Cells[], columns: readonly string[] | undefined) =>
  rows
    .map((row) => (columns ? Object.fromEntries(columns.map((name) => [name, row[name]])) : row))
    .map((row) => `${JSON.stringify(row)}\n`)
    .join("");

function fileOf(
  call: Operation,
  { format = "csv", fields, ...asked }: UserExportQuery,
  within?: string,
): Attachment {
  const selection = selectionOf(asked, within);
  const columns = columnsIn(fields);
  const filters = Object.entries(asked).flatMap(([name, it]) => (it === undefined ? [] : [name]));
  const metadata = { format, filters, ...(columns && { fields: columns }) };
  audit(call, { type: "users.exported", resourceId: null, metadata });

  const { masked } = asked;
  const rows = selected(call, selection).map(
    ({ user }) => toWire(userDetails(call, user, { masked })) as Cells,
  );
  const day = call.state.clock.date().toISOString().slice(0, 10);
  const filename = `users-${day}.${format}`;
  return format === "csv"
    ? { filename, contentType: "text/csv; charset=utf-8; header=present", text: csv(rows, columns) }
    : { filename, contentType: "application/x-ndjson; charset=utf-8", text: ndjson(rows, columns) };
}

/** Everyone who is looked for, as a file. */
export const exportUsers = (call: Call<"exportUsers">): Attachment => fileOf(call, call.query);

export function exportFoundUsers(call: Call<"exportFoundUsers">): Attachment {
  const { format, fields, masked, ...search } = call.body;
  return fileOf(call, { ...queryIn(search), masked, format, fields }, inSearch);
}
