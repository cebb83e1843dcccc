import { audit } from "./audit.js";
import type { Operation } from "./call.js";
import type { FakeUser } from "./make-user.js";
import { assertUnrestricted } from "./restrictions.js";
import { endSessions } from "./sessions.js";
import { write } from "./users.js";

interface Given {
  reason?: string | undefined;
  revokeSessions?: boolean | undefined;
}

/** Lets a person in no more; answers how many sessions ended. Whoever is disabled already stays as she is. */
export function disable(call: Operation, user: FakeUser, given: Given): number {
  if (!user.disabled) {
    assertUnrestricted(call, "disable", user);
    write(call.state, user, { disabled: true });
    const { reason } = given;
    audit(call, {
      type: "user.disabled",
      resourceId: user.id,
      reason,
      changedFields: ["disabled"],
    });
  }
  return given.revokeSessions === false ? 0 : endSessions(call, user.id);
}

/** Lets a person in again. */
export function enable(call: Operation, user: FakeUser, reason?: string): void {
  if (!user.disabled) return;
  write(call.state, user, { disabled: false });
  audit(call, { type: "user.enabled", resourceId: user.id, reason, changedFields: ["disabled"] });
}
