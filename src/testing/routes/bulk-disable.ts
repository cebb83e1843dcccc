import { type BulkDisabled, HelloJohnError } from "@hellojohn/contract";
import { disable } from "../access.js";
import type { Call } from "../call.js";
import { getUser } from "../users.js";

type Outcome = BulkDisabled["results"][number];

function disableOne(call: Call<"bulkDisable">, userId: string): Outcome {
  try {
    const user = getUser(call.state, userId);
    if (user.disabled) return { userId, outcome: "unchanged", sessionsRevoked: 0 };
    return { userId, outcome: "disabled", sessionsRevoked: disable(call, user, call.body) };
  } catch (error) {
    if (!HelloJohnError.is(error)) throw error;
    return { userId, outcome: "refused", code: error.code, sessionsRevoked: 0 };
  }
}

/** Disables many; each has an outcome of her own. */
export function bulkDisable(call: Call<"bulkDisable">): BulkDisabled {
  const results = [...new Set(call.body.userIds)].map((id) => disableOne(call, id));
  return {
    disabled: results.filter(({ outcome }) => outcome === "disabled").length,
    sessionsRevoked: results.reduce((sum, each) => sum + each.sessionsRevoked, 0),
    results,
  };
}
