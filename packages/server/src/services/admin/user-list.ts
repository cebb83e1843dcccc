import type { UserPage } from "@hellojohn/contract";
import { listUsers as readUsers } from "../../store/user-list.js";
import type { Position } from "../../store/user-order.js";
import { type Call, type Operation, tenantOf } from "../call.js";
import { openCursor, sealCursor } from "./cursor.js";
import { expectedOf, type Total, totalOf } from "./totals.js";
import { userDetailsOf } from "./user-details.js";
import { selectionIn, selectionOf, type UserSelection } from "./user-query.js";

interface Wanted {
  limit?: number | undefined;
  cursor?: string | undefined;
  include?: string | undefined;
  masked?: boolean | undefined;
}

/** A cursor takes the total along, so that only the first page pays for it. */
type Place = Position & Total;

async function pageOf(
  operation: Operation,
  selection: UserSelection,
  { limit = 20, cursor, include, masked }: Wanted,
): Promise<UserPage> {
  const { secrets, database } = operation.context;
  const { conditions, sort, order } = selection;
  const subject = ["users", selection];
  const after = cursor === undefined ? undefined : openCursor<Place>(secrets, subject, cursor);
  const expected = after
    ? { users: after.total, many: after.isEstimate }
    : await expectedOf(operation.context, conditions);
  const slice = { conditions, sort, order, after, limit: limit + 1, expected };
  const { rows: found, counted } = await readUsers(database.sql, slice);
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  const hasMore = found.length > limit && last !== undefined;
  const known = hasMore ? counted : rows.length;
  const { total, isEstimate } =
    after ?? (await totalOf(operation.context, conditions, { ...expected, counted: known }));
  const place: Place | undefined = hasMore
    ? { key: last.sort_key, id: last.id, total, isEstimate }
    : undefined;
  return {
    data: await userDetailsOf(database.sql, operation, rows, { include, masked }),
    pagination: {
      total,
      totalIsEstimate: isEstimate,
      limit,
      hasMore,
      nextCursor: place ? sealCursor(secrets, subject, place) : null,
    },
  };
}

export async function listUsers(call: Call<"listUsers">): Promise<UserPage> {
  return pageOf(call, selectionOf(tenantOf(call).id, call.query), call.query);
}

export async function searchUsers(call: Call<"searchUsers">): Promise<UserPage> {
  return pageOf(call, selectionIn(tenantOf(call).id, call.body), call.body);
}
