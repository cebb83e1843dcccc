import {
  csvRow,
  camelCase,
  refuseFields,
  snakeCase,
  toWireText,
  type UserDetails,
} from "@hellojohn/contract";

/** The columns of a table, in the wire's spelling. Metadata, a tree for each user, comes only when asked for. */
const plain = [
  ...["id", "tenant_id", "email", "email_verified", "pending_email", "name", "first_name"],
  ...["last_name", "avatar_url", "phone_number", "phone_verified", "role", "status", "disabled"],
  ...["mfa_enrolled", "created_at", "updated_at", "last_sign_in_at", "version"],
];
const known = new Set([...plain, "public_metadata", "private_metadata", "metadata"]);

/** Reads `fields`; nothing when all are wanted. */
export function columnsIn(fields: string | undefined): string[] | undefined {
  if (fields === undefined) return undefined;
  const names = [...new Set(fields.split(",").map((name) => snakeCase(name.trim())))];
  const strange = names.filter((name) => !known.has(name));
  if (strange.length > 0)
    throw refuseFields({
      fields: strange.map((name) => ({
        code: "unknown_field",
        message: `A user has no field "${name.slice(0, 40)}"`,
      })),
    });
  return names;
}

/** How users become text. */
export interface ExportFormat {
  contentType: string;
  /** What stands before all users. */
  head: string;
  write(user: UserDetails): string;
}

type Cells = Record<string, unknown>;

function csv(columns: readonly string[] = plain): ExportFormat {
  const names = columns.map(camelCase);
  return {
    contentType: "text/csv; charset=utf-8; header=present",
    head: csvRow(columns),
    write: (user) => csvRow(names.map((name) => (user as unknown as Cells)[name])),
  };
}

function ndjson(columns: readonly string[] | undefined): ExportFormat {
  const names = columns?.map(camelCase);
  const chosen = (user: UserDetails) =>
    names
      ? Object.fromEntries(names.map((name) => [name, (user as unknown as Cells)[name]]))
      : user;
  return {
    contentType: "application/x-ndjson; charset=utf-8",
    head: "",
    write: (user) => `${toWireText(chosen(user))}\n`,
  };
}

export const exportFormats = { csv, ndjson };
