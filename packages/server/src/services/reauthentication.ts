import { refusal } from "@hellojohn/contract";
import type { Operation, SessionCaller } from "./call.js";
import { verifyPassword } from "./password-hash.js";
import { wrongPassword } from "./password-policy.js";

/** Refuses unless this is the current password; answers the hash it was checked against. */
export async function assertCurrentPassword(
  operation: Operation,
  { user }: SessionCaller,
  password: string,
): Promise<string | null> {
  await operation.limit("password", user.id);
  if (!(await verifyPassword(user.password_hash, password))) throw wrongPassword();
  return user.password_hash;
}

/** For what a found, open browser must not do: a recent sign-in, or the password in the same call. */
export async function assertRecentProof(
  operation: Operation,
  caller: SessionCaller,
  password: string | undefined,
): Promise<void> {
  if (password !== undefined) {
    await assertCurrentPassword(operation, caller, password);
    return;
  }
  const age = operation.now.getTime() - caller.user.authenticated_at.getTime();
  if (age < caller.tenant.config.sessionConfig.reauthenticationMaxAge * 1000) return;
  throw refusal("reauthentication_required", "Send current_password along, or sign in again");
}
