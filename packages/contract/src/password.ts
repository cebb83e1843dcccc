import type { FieldMessage } from "./errors.js";

/** What a tenant asks of a password; lengths count characters (code points). */
export interface PasswordPolicy {
  minLength: number;
  maxLength: number;
  requireUppercase: boolean;
  requireNumbers: boolean;
  requireSymbols: boolean;
}

export const defaultPasswordPolicy: PasswordPolicy = {
  minLength: 8,
  maxLength: 128,
  requireUppercase: false,
  requireNumbers: false,
  requireSymbols: false,
};

/** Every rule a password breaks, each told as the rule; an empty list when it may be used. The server also knows common passwords. */
export function passwordFaults(password: string, policy: PasswordPolicy): FieldMessage[] {
  const length = [...password].length;
  const broken: [boolean, string, string][] = [
    [length < policy.minLength, "too_short", `At least ${policy.minLength} characters`],
    [length > policy.maxLength, "too_long", `At most ${policy.maxLength} characters`],
    [policy.requireUppercase && !/\p{Lu}/u.test(password), "needs_uppercase", "A capital letter"],
    [policy.requireNumbers && !/\p{N}/u.test(password), "needs_number", "A digit"],
    [policy.requireSymbols && !/[^\p{L}\p{N}\s]/u.test(password), "needs_symbol", "A symbol"],
    [/[\0\p{Cs}]/u.test(password), "invalid_characters", "No NUL or broken characters"],
  ];
  return broken.filter(([isBroken]) => isBroken).map(([, code, message]) => ({ code, message }));
}
