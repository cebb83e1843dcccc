import type { UserQuery } from "@hellojohn/contract";
import { adminEndpoints as rows } from "@hellojohn/contract/admin-endpoints";
import type { HelloJohnError } from "@hellojohn/contract/errors";
import type { AdminClient } from "../react/admin-client.js";
import type { Selection } from "../react/selection.js";
import type { BulkTarget } from "./bulk-action.js";
import { fetchUserFile } from "./export-users.js";

export interface BulkChoice {
  readonly selection: Selection;
  /** What the list shows to which the selection belongs. */
  readonly query: UserQuery;
}

/** Whom a choice meant at one moment; a run keeps to it, whoever matches later. */
export interface BulkTargets {
  /** Of those named and no longer found, the id alone. */
  readonly users: readonly BulkTarget[];
  readonly asOf: Date;
}

/** More than these are not asked for one by one. */
const mostAsked = 200;

/** Reads who is meant by a choice now. */
export async function resolveBulkTargets(
  admin: AdminClient,
  { selection: { type, ids }, query }: BulkChoice,
  signal?: AbortSignal,
): Promise<BulkTargets> {
  const asOf = new Date();
  const named = type === "include" && [...ids];
  const readUser = (id: string): Promise<BulkTarget> => {
    const asked = { include: "restrictions", ...(query.masked && { masked: true }) };
    return admin
      .call(rows.getUser, { params: { id }, query: asked, signal })
      .catch((error: HelloJohnError) => {
        if (error.status === 404) return { id };
        throw error;
      });
  };
  if (named && ids.size <= mostAsked)
    return { users: await Promise.all(named.map(readUser)), asOf };

  const fields = "id,email,name,role,status,disabled";
  const file = await fetchUserFile(admin, query, { format: "ndjson", fields, signal });
  const lines = (await file.text()).split("\n").filter(Boolean);
  const found = lines.map((line): BulkTarget => JSON.parse(line));
  const byId = new Map(found.map((user) => [user.id, user]));
  return {
    users: named
      ? named.map((id) => byId.get(id) ?? { id })
      : found.filter(({ id }) => !ids.has(id)),
    asOf,
  };
}
