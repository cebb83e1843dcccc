import type { UserQuery } from "@hellojohn/contract";
import { adminEndpoints as rows } from "@hellojohn/contract/admin-endpoints";
import { HelloJohnError } from "@hellojohn/contract/errors";
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
  readonly users: readonly BulkTarget[];
  /** Named, and no longer found. */
  readonly missing: readonly string[];
  readonly asOf: Date;
}

const fields = "id,email,name,role,status,disabled";

async function readMatching(admin: AdminClient, query: UserQuery, signal?: AbortSignal) {
  const [file, admins] = await Promise.all([
    fetchUserFile(admin, query, { format: "ndjson", fields, signal }),
    // What the server would refuse of someone, it would refuse of administrators.
    admin.call(rows.listUsers, {
      query: { role: "admin", include: "restrictions", limit: 100 },
      signal,
    }),
  ]);
  const restrictions = new Map(admins.data.map((user) => [user.id, user.restrictions]));
  const lines = (await file.text()).split("\n").filter(Boolean);
  return lines.map((line) => {
    const user = JSON.parse(line) as BulkTarget;
    return { ...user, restrictions: restrictions.get(user.id) };
  });
}

async function readUser(
  { call }: AdminClient,
  id: string,
  { masked, signal }: { masked: boolean | undefined; signal: AbortSignal | undefined },
): Promise<BulkTarget[]> {
  try {
    const query = { include: "restrictions", ...(masked && { masked }) };
    return [await call(rows.getUser, { params: { id }, query, signal })];
  } catch (error) {
    if (HelloJohnError.is(error) && error.status === 404) return [];
    throw error;
  }
}

/** More than these are not asked for one by one. */
const mostAsked = 200;

/** Reads who is meant by a choice now. */
export async function resolveBulkTargets(
  admin: AdminClient,
  { selection, query }: BulkChoice,
  signal?: AbortSignal,
): Promise<BulkTargets> {
  const asOf = new Date();
  const { type, ids } = selection;
  const isNamed = type === "include";
  if (isNamed && ids.size <= mostAsked) {
    const options = { masked: query.masked, signal };
    const read = await Promise.all([...ids].map((id) => readUser(admin, id, options)));
    return { users: read.flat(), missing: [...ids].filter((_, at) => !read[at]?.length), asOf };
  }
  const matching = await readMatching(admin, query, signal);
  const users = matching.filter(({ id }) => ids.has(id) === isNamed);
  const found = new Set(users.map(({ id }) => id));
  return { users, missing: isNamed ? [...ids].filter((id) => !found.has(id)) : [], asOf };
}
