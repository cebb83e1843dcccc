import { audit } from "./audit.js";
import type { Call, Operation } from "./call.js";
import type { FakeUser } from "./make-user.js";
import { assertUnrestricted } from "./restrictions.js";
import { endSessions } from "./sessions.js";
import { assertVersion } from "./versions.js";
import { adminView, type Changes, getUser, write } from "./users.js";

/** The person an administrator is about to change, when she is the version the call is based on. */
export function targetOf(call: Operation & Pick<Call, "params">): FakeUser {
  const user = getUser(call.state, call.params["id"]);
  assertVersion(call, user, () => adminView(user));
  return user;
}

/** What is asked of access and is so already is no change. */
function withoutEffect({ disabled, role, ...rest }: Changes, user: FakeUser): Changes {
  return {
    ...rest,
    ...(disabled === undefined || disabled === user.disabled ? {} : { disabled }),
    ...(role === undefined || role === user.role ? {} : { role }),
  };
}

function eventOf({ disabled }: Changes): string {
  if (disabled === undefined) return "user.updated";
  return disabled ? "user.disabled" : "user.enabled";
}

interface Given {
  changes: Changes;
  reason?: string | undefined;
  /** Disabling ends sessions unless this says otherwise. */
  revoke?: boolean | undefined;
  /** When it is not what the changes themselves say. */
  type?: string;
}

/** Writes an administrator's change and tells the log; answers how many sessions ended. */
export function applyChange(call: Operation, user: FakeUser, given: Given): number {
  const { changes: asked, reason, revoke = asked.disabled === true, type } = given;
  const changes = withoutEffect(asked, user);
  if (changes.disabled) assertUnrestricted(call, "disable", user);
  if (changes.role !== undefined) assertUnrestricted(call, "demote", user);
  const ended = revoke ? endSessions(call, user.id) : 0;
  if (Object.keys(changes).length === 0) return ended;
  const changedFields = write(call.state, user, changes);
  audit(call, { type: type ?? eventOf(changes), resourceId: user.id, reason, changedFields });
  return ended;
}
