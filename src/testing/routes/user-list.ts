import type { UserPage, UserQuery } from "@hellojohn/contract";
import type { Handlers, Operation } from "../call.js";
import { openCursor, sealCursor } from "../cursor.js";
import { userDetails } from "../user-details.js";
import { comparing, everyone, type Placed } from "../user-order.js";
import { matcher, queryOf, wantedOf } from "../user-query.js";

/** Above this the server estimates. */
export const mostCounted = 10_000;

type Position = [key: Placed["key"], id: string];

function page(
  call: Operation,
  { limit = 20, cursor, include, masked, ...found }: UserQuery,
): UserPage {
  const { state } = call;
  const wanted = wantedOf(found);
  const matches = matcher(state, wanted);
  const matching = everyone(state, wanted.order).filter(({ user }) => matches(user));

  const subject = ["users", state.tenantId, wanted];
  const before = comparing(wanted.order);
  const last = cursor === undefined ? undefined : openCursor<Position>(subject, cursor);
  const start = last ? matching.findIndex(({ key, user }) => before([key, user.id], last) > 0) : 0;
  const shown = start < 0 ? [] : matching.slice(start, start + limit);
  const hasMore = start >= 0 && start + limit < matching.length;
  const end = shown.at(-1);
  return {
    data: shown.map(({ user }) => userDetails(call, user, { include, masked })),
    pagination: {
      total: matching.length,
      totalIsEstimate: matching.length > mostCounted,
      limit,
      hasMore,
      nextCursor: hasMore && end ? sealCursor(subject, [end.key, end.user.id]) : null,
    },
  };
}

export const userList: Handlers<"listUsers" | "searchUsers"> = {
  listUsers: (call) => page(call, call.query),
  searchUsers: (call) => page(call, queryOf(call.body)),
};
