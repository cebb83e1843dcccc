import type { UserPage } from "@hellojohn/contract";
import type { Handlers, Operation } from "../call.js";
import { openCursor, sealCursor } from "../cursor.js";
import { userDetails } from "../user-details.js";
import { comparing, everyone, type Placed } from "../user-order.js";
import { matcher, type Selection, selectionIn, selectionOf } from "../user-query.js";

/** Above this the server estimates. */
export const mostCounted = 10_000;

interface Asked {
  limit?: number | undefined;
  cursor?: string | undefined;
  include?: string | undefined;
  masked?: boolean | undefined;
}

type Position = [key: Placed["key"], id: string];

/** Everyone who is looked for, in order. */
export function selected(call: Operation, selection: Selection): Placed[] {
  const matches = matcher(call.state, selection);
  return everyone(call.state, selection.order).filter(({ user }) => matches(user));
}

function page(call: Operation, selection: Selection, asked: Asked): UserPage {
  const { limit = 20, cursor, ...wanted } = asked;
  const subject = ["users", call.state.tenantId, selection];
  const last = cursor === undefined ? undefined : openCursor<Position>(subject, cursor);
  const found = selected(call, selection);
  const before = comparing(selection.order);
  const rest = last ? found.filter(({ key, user }) => before([key, user.id], last) > 0) : found;
  const shown = rest.slice(0, limit);
  const end = rest.length > limit ? shown.at(-1) : undefined;
  return {
    data: shown.map(({ user }) => userDetails(call, user, wanted)),
    pagination: {
      total: found.length,
      totalIsEstimate: found.length > mostCounted,
      limit,
      hasMore: end !== undefined,
      nextCursor: end ? sealCursor(subject, [end.key, end.user.id]) : null,
    },
  };
}

export const userList: Handlers<"listUsers" | "searchUsers"> = {
  listUsers: (call) => page(call, selectionOf(call.query), call.query),
  searchUsers: (call) => page(call, selectionIn(call.body), call.body),
};
