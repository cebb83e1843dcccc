import type { UserExportQuery, UserQuery } from "@hellojohn/contract";
import { adminEndpoints as rows } from "@hellojohn/contract/admin-endpoints";
import type { AdminClient } from "../react/admin-client.js";
import { download } from "./download.js";

export interface UserExportOptions {
  format?: "csv" | "ndjson";
  /** Columns, in this order. */
  fields?: readonly string[] | undefined;
  signal?: AbortSignal | undefined;
}

/** Downloads everyone whom a list would show, as the list shows them: in its order, and masked where it is. */
export async function exportUsers(
  { call }: AdminClient,
  { limit: _limit, cursor: _cursor, include: _include, ...matching }: UserQuery,
  { format = "csv", fields, signal }: UserExportOptions = {},
): Promise<void> {
  const query: UserExportQuery = { ...matching, format, fields: fields?.join(",") };
  const file = await call(rows.exportUsers, { query, signal, timeoutMs: 300_000 });
  download(file, `users.${format}`);
}
