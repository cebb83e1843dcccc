import { avatarUrl, email, line, optional, phoneNumber } from "./checks.js";

/** What may stand in each field of a profile. Apart from the rules, so that a form pays for nothing else. */
export const profileChecks = {
  name: optional(line(200)),
  firstName: optional(line(100)),
  lastName: optional(line(100)),
  avatarUrl: optional(avatarUrl),
  phoneNumber: optional(phoneNumber),
  email,
};
