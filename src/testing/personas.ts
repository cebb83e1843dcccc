import { makeUser } from "./make-user.js";

/** A member. */
export const ada = makeUser({
  id: "usr_ada",
  email: "ada@example.com",
  firstName: "Ada",
  lastName: "Lovelace",
  phoneNumber: "+442071234567",
  phoneVerified: true,
});

/** An administrator. */
export const grace = makeUser({
  id: "usr_grace",
  email: "grace@example.com",
  firstName: "Grace",
  lastName: "Hopper",
  role: "admin",
});

/** A second member. */
export const katherine = makeUser({
  id: "usr_katherine",
  email: "katherine@example.com",
  firstName: "Katherine",
  lastName: "Johnson",
});
