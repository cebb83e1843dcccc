import { type BulkDisabled, HelloJohnError } from "@hellojohn/contract";
import type { Call } from "../call.js";
import { applyChange } from "../change-user.js";
import { getUser } from "../users.js";

function disableOne(call: Call<"bulkDisable">, userId: string): BulkDisabled["results"][number] {
  const { reason, revokeSessions: revoke = true } = call.body;
  try {
    const user = getUser(call.state, userId);
    const outcome = user.disabled ? "unchanged" : "disabled";
    const given = { changes: { disabled: true }, reason, revoke };
    return { userId, outcome, sessionsRevoked: applyChange(call, user, given) };
  } catch (error) {
    if (!HelloJohnError.is(error)) throw error;
    return { userId, outcome: "refused", code: error.code, sessionsRevoked: 0 };
  }
}

/** Disables many people. Each has her own outcome; none stops the rest. */
export function bulkDisable(call: Call<"bulkDisable">): BulkDisabled {
  const results = [...new Set(call.body.userIds)].map((id) => disableOne(call, id));
  return {
    disabled: results.filter(({ outcome }) => outcome === "disabled").length,
    sessionsRevoked: results.reduce((sum, each) => sum + each.sessionsRevoked, 0),
    results,
  };
}
