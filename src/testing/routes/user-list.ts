import type { UserPage } from "@hellojohn/contract";
import type { Handlers, Operation } from "../call.js";
import { openCursor, sealCursor } from "../cursor.js";
import { userDetails } from "../user-details.js";
import { comparing, everyone, type Place, type Placed } from "../user-order.js";
import { conditionsOf, type Selection, selectionIn, selectionOf } from "../user-query.js";

/** Above this the server estimates. */
export const mostCounted = 10_000;

interface Asked {
  limit?: number | undefined;
  cursor?: string | undefined;
  include?: string | undefined;
  masked?: boolean | undefined;
}

/** Everyone who is looked for, in order. */
export function selected({ state }: Operation, selection: Selection): readonly Placed[] {
  const conditions = conditionsOf(state, selection);
  const all = everyone(state, selection.order);
  if (conditions.length === 0) return all;
  return all.filter(({ user }) => conditions.every((holds) => holds(user)));
}

function page(call: Operation, selection: Selection, asked: Asked): UserPage {
  const { limit = 20, cursor, ...wanted } = asked;
  const subject = ["users", call.state.tenantId, selection];
  const last = cursor === undefined ? undefined : openCursor<Place>(subject, cursor);
  const found = selected(call, selection);
  const before = comparing(selection.order);
  const rest = last ? found.filter((placed) => before(placed, last) > 0) : found;
  const shown = rest.slice(0, limit);
  const end = rest.length > limit ? shown.at(-1) : undefined;
  return {
    data: shown.map(({ user }) => userDetails(call, user, wanted)),
    pagination: {
      total: found.length,
      totalIsEstimate: found.length > mostCounted,
      limit,
      hasMore: end !== undefined,
      nextCursor: end ? sealCursor(subject, { key: end.key, id: end.id }) : null,
    },
  };
}

export const userList: Handlers<"listUsers" | "searchUsers"> = {
  listUsers: (call) => page(call, selectionOf(call.query), call.query),
  searchUsers: (call) => page(call, selectionIn(call.body), call.body),
};
