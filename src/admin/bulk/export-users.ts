import type { UserExportSearch, UserQuery } from "@hellojohn/contract";
import { adminEndpoints as rows } from "@hellojohn/contract/admin-endpoints";
import { searchBodyOf } from "@hellojohn/contract/user-search";
import type { AdminClient } from "../react/admin-client.js";
import { download } from "./download.js";

export interface UserExportOptions {
  format?: "csv" | "ndjson";
  /** Columns, in this order. */
  fields?: readonly string[] | undefined;
  signal?: AbortSignal | undefined;
}

type Written = Pick<UserExportSearch, "format" | "fields">;

/** Everyone whom a list would show, in a file. A tenant may be large, and all of it comes as one answer. */
export function fetchUserFile(
  { call }: AdminClient,
  { limit: _limit, cursor: _cursor, include: _include, ...matching }: UserQuery,
  { signal, ...written }: Written & { signal: AbortSignal | undefined },
): Promise<Blob> {
  const body = { ...searchBodyOf(matching), ...written };
  return call(rows.exportFoundUsers, { body, signal, timeoutMs: 300_000 });
}

/** Downloads everyone whom a list would show, as the list shows them: in its order, and masked where it is. */
export async function exportUsers(
  admin: AdminClient,
  query: UserQuery,
  { format = "csv", fields, signal }: UserExportOptions = {},
): Promise<void> {
  const written = { format, fields: fields?.join(","), signal };
  download(await fetchUserFile(admin, query, written), `users.${format}`);
}
