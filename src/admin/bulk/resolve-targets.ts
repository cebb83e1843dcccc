import { adminEndpoints as rows, HelloJohnError, type UserQuery } from "@hellojohn/contract";
import type { AdminClient } from "../react/admin-client.js";
import type { Selection } from "../react/selection.js";
import type { BulkTarget } from "./bulk-action.js";

export interface BulkChoice {
  readonly selection: Selection;
  /** What the list shows to which the selection belongs. */
  readonly query: UserQuery;
  /** A user the page has been told of already. */
  readonly known?: ((id: string) => BulkTarget | undefined) | undefined;
}

/** Whom a choice meant at one moment; a run keeps to it, whoever matches later. */
export interface BulkTargets {
  readonly users: readonly BulkTarget[];
  /** Named, and no longer there. */
  readonly missing: readonly string[];
  readonly asOf: Date;
}

const fields = "id,email,name,role,status,disabled";

/** A tenant may be large, and all of it comes as one answer. */
const timeoutMs = 300_000;

async function readMatching({ call }: AdminClient, query: UserQuery, signal?: AbortSignal) {
  const { limit: _limit, cursor: _cursor, include: _include, ...matching } = query;
  const [file, admins] = await Promise.all([
    call(rows.exportUsers, {
      query: { ...matching, format: "ndjson", fields },
      signal,
      timeoutMs,
    }),
    // What the server would refuse of someone, it would refuse of administrators.
    call(rows.listUsers, { query: { role: "admin", include: "restrictions", limit: 100 }, signal }),
  ]);
  const restrictions = new Map(admins.data.map((user) => [user.id, user.restrictions]));
  const lines = (await file.text()).split("\n").filter(Boolean);
  return lines.map((line) => {
    const user = JSON.parse(line) as BulkTarget;
    return { ...user, restrictions: restrictions.get(user.id) };
  });
}

async function readUser({ call }: AdminClient, id: string, signal?: AbortSignal) {
  try {
    const query = { include: "restrictions" };
    return await call(rows.getUser, { params: { id }, query, signal });
  } catch (error) {
    if (HelloJohnError.is(error) && error.status === 404) return undefined;
    throw error;
  }
}

/** Reads who is meant by a choice now. */
export async function resolveBulkTargets(
  admin: AdminClient,
  { selection, query, known }: BulkChoice,
  signal?: AbortSignal,
): Promise<BulkTargets> {
  const asOf = new Date();
  const { type, ids } = selection;
  if (type === "exclude") {
    const users = await readMatching(admin, query, signal);
    return { users: users.filter(({ id }) => !ids.has(id)), missing: [], asOf };
  }
  const users: BulkTarget[] = [];
  const missing: string[] = [];
  for (const id of ids) {
    // oxlint-disable-next-line no-await-in-loop -- most are known, and a selection by hand is short
    const user = known?.(id) ?? (await readUser(admin, id, signal));
    if (user) users.push(user);
    else missing.push(id);
  }
  return { users, missing, asOf };
}
