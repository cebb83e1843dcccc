import type { UserDetails } from "@hellojohn/contract";

/** Always as many, so that they tell nothing about how much they hide. */
const hidden = "•••";

/** `ada@example.com` as `a•••@e•••.com`. */
function maskEmail(email: string): string {
  const [, domain = ""] = email.split("@");
  return `${email.slice(0, 1)}${hidden}@${domain.slice(0, 1)}${hidden}.${domain.split(".").at(-1)}`;
}

const maskNumber = (number: string): string =>
  `${number.slice(0, 2)}${"•".repeat(7)}${number.slice(-2)}`;

/** The person with most of her addresses and number hidden. */
export const masked = (user: UserDetails): UserDetails => ({
  ...user,
  email: maskEmail(user.email),
  pendingEmail: user.pendingEmail && maskEmail(user.pendingEmail),
  phoneNumber: user.phoneNumber && maskNumber(user.phoneNumber),
});
