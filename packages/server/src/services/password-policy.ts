import { passwordFaults, type PasswordPolicy, refusal } from "@hellojohn/contract";

let common: Promise<ReadonlySet<string>> | undefined;

/** Loaded when first needed: most starts never need it. */
const commonPasswords = (): Promise<ReadonlySet<string>> =>
  (common ??= import("@zxcvbn-ts/language-common").then(
    ({ dictionary }) => new Set(dictionary["passwords-common"]),
  ));

/** Throws `password_too_weak`, naming every rule the password breaks under the field it came in. */
export async function assertPassword(
  field: "password" | "newPassword" | "temporaryPassword",
  password: string,
  policy: PasswordPolicy,
): Promise<void> {
  const faults = passwordFaults(password, policy);
  if (faults.length === 0 && (await commonPasswords()).has(password.toLowerCase()))
    faults.push({ code: "common", message: "Too many people use this password" });
  if (faults.length > 0)
    throw refusal("password_too_weak", "Choose another password", { fields: { [field]: faults } });
}

/** What a wrong password says, told apart from every other refusal. */
export const wrongPassword = () =>
  refusal("password_incorrect", "That is not the current password", {
    fields: {
      currentPassword: [
        { code: "password_incorrect", message: "That is not the current password" },
      ],
    },
  });
