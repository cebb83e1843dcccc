/** Always as many, so that they tell nothing about how much they hide. */
const hidden = "•••";

/** `ada@example.com` as `a•••@e•••.com`. */
function maskEmail(email: string): string {
  const at = email.lastIndexOf("@");
  const domain = email.slice(at + 1);
  const ending = domain.slice(domain.lastIndexOf(".") + 1);
  return `${email.slice(0, 1)}${hidden}@${domain.slice(0, 1)}${hidden}.${ending}`;
}

/** `+14155552671` as `+1•••••••71`. */
const maskNumber = (number: string): string =>
  `${number.slice(0, 2)}${"•".repeat(7)}${number.slice(-2)}`;

interface Reachable {
  email: string;
  pendingEmail: string | null;
  phoneNumber: string | null;
}

/** Addresses and number with most of each hidden. */
export const maskedOf = ({ email, pendingEmail, phoneNumber }: Reachable): Reachable => ({
  email: maskEmail(email),
  pendingEmail: pendingEmail === null ? null : maskEmail(pendingEmail),
  phoneNumber: phoneNumber === null ? null : maskNumber(phoneNumber),
});
