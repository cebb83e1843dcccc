import { refusal } from "@hellojohn/contract";
import { noteFailure } from "../store/sign-in-failures.js";
import { audit } from "./audit.js";
import { type Operation, tenantOf } from "./call.js";
import { later } from "./start-session.js";

const lockAfter = 10;
const lockSeconds = 15 * 60;

/** Refuses an address at which too many have failed, whether anyone has it or not. */
export function assertUnlocked({ now }: Operation, until: Date | null): void {
  if (!until || until <= now) return;
  throw refusal("account_locked", "Too many failed tries; try again later", {
    retryAfter: Math.ceil((until.getTime() - now.getTime()) / 1000),
  });
}

/** Counts a wrong password or code against the address: who guesses the second factor is slowed like who guesses the first. */
export async function noteFailedSignIn(
  operation: Operation,
  who: { email: string; userId: string | null; reason?: "totp" },
): Promise<void> {
  const { context, now } = operation;
  const tenantId = tenantOf(operation).id;
  const event = { resourceId: who.userId, ...(who.reason && { reason: who.reason }) };
  await context.database.transaction(async (sql) => {
    const isLocked = await noteFailure(
      sql,
      { tenantId, email: who.email, now, since: later(now, -lockSeconds) },
      { after: lockAfter, until: later(now, lockSeconds) },
    );
    await audit(sql, operation, { type: "user.sign_in_failed", ...event });
    if (isLocked) await audit(sql, operation, { type: "user.locked", ...event });
  });
}
