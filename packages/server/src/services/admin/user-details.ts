import type { UserDetails } from "@hellojohn/contract";
import type { Sql } from "../../database/sql.js";
import {
  listConnectionsOf,
  listFactorsOf,
  listMembershipsOf,
} from "../../store/belongings-of-many.js";
import type { UserRow } from "../../store/users.js";
import { connectionViewOf, membershipViewOf } from "../belongings.js";
import { type Operation, tenantOf } from "../call.js";
import { factorViewOf } from "../totp.js";
import { adminUserOf } from "../user-view.js";
import { maskedOf } from "./masking.js";
import { restrictionsOf, standingOf } from "./restrictions.js";

type Part = keyof Pick<UserDetails, "factors" | "connections" | "organizations" | "restrictions">;

interface Wanted {
  /** Names of parts, with commas between. */
  include?: string | undefined;
  masked?: boolean | undefined;
}

interface Owners {
  tenantId: string;
  userIds: readonly string[];
}

type PartReader = (row: UserRow) => Partial<UserDetails>;

/** Answers each user's rows, in the order they came. */
function byUser<Row extends { user_id: string }>(rows: readonly Row[]) {
  const found = new Map<string, Row[]>();
  for (const row of rows) found.set(row.user_id, [...(found.get(row.user_id) ?? []), row]);
  return ({ id }: UserRow): readonly Row[] => found.get(id) ?? [];
}

/** Reads one part of all users at once. */
const parts: Record<Part, (sql: Sql, owners: Owners, operation: Operation) => Promise<PartReader>> =
  {
    async factors(sql, owners) {
      const of = byUser(await listFactorsOf(sql, owners));
      return (row) => ({ factors: of(row).map(factorViewOf) });
    },
    async connections(sql, owners) {
      const of = byUser(await listConnectionsOf(sql, owners));
      return (row) => ({ connections: of(row).map(connectionViewOf) });
    },
    async organizations(sql, owners) {
      const of = byUser(await listMembershipsOf(sql, owners));
      return (row) => ({ organizations: of(row).map(membershipViewOf) });
    },
    async restrictions(sql, _, operation) {
      const standing = await standingOf(sql, operation);
      return (row) => ({ restrictions: restrictionsOf(row, standing) });
    },
  };

/** The users as an administrator sees them, each with the parts that were asked for. */
export async function userDetailsOf(
  sql: Sql,
  operation: Operation,
  rows: UserRow[],
  { include, masked = false }: Wanted,
): Promise<UserDetails[]> {
  const owners = { tenantId: tenantOf(operation).id, userIds: rows.map((row) => row.id) };
  const readers: PartReader[] = [];
  for (const name of new Set(include?.split(",")))
    // oxlint-disable-next-line no-await-in-loop -- a transaction's connection takes one question at a time
    readers.push(await parts[name as Part](sql, owners, operation));
  return rows.map((row) => {
    const user: UserDetails = adminUserOf(row);
    return Object.assign(
      user,
      masked && maskedOf(user),
      ...readers.map((read) => read(row)),
    ) as UserDetails;
  });
}
