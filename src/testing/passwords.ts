import { passwordFaults, refusal } from "@hellojohn/contract";
import type { FakeUser } from "./make-user.js";
import type { State } from "./state.js";

/** A few of the passwords that the server's list holds. */
const common = new Set(["password", "password1", "12345678", "123456789", "qwertyuiop"]);

/** Refuses a password that the tenant's policy does not take. */
export function assertStrong(
  state: State,
  password: string,
  field: "password" | "newPassword" | "temporaryPassword",
): void {
  const faults = passwordFaults(password, state.config.passwordPolicy);
  if (common.has(password.toLowerCase()))
    faults.push({ code: "common", message: "Too many people use this password" });
  if (faults.length > 0)
    throw refusal("password_too_weak", "Choose another password", { fields: { [field]: faults } });
}

/** Refuses a wrong current password by its own code, so that it is told apart from every other refusal. */
export function assertPassword(user: FakeUser, password: string): void {
  if (user.password === password) return;
  const message = "The current password is not right";
  throw refusal("password_incorrect", message, {
    fields: { currentPassword: [{ code: "password_incorrect", message }] },
  });
}
