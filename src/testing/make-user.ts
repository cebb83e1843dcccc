import type { AdminUser } from "@hellojohn/contract";

/** A person as the fake keeps her: `name` is the display name she chose, `password` is kept as typed, and empty while she is only invited. */
export interface FakeUser extends Omit<AdminUser, "metadata" | "status"> {
  password: string;
}

/** The password of everyone made here who is not given another. */
export const fakePassword = "correct-horse-battery";

let made = 0;

/** A person for a test: whatever is not given is plausible. */
export function makeUser(given: Partial<FakeUser> = {}): FakeUser {
  made += 1;
  const number = String(made).padStart(4, "0");
  const createdAt = given.createdAt ?? new Date("2026-01-05T09:00:00Z");
  return {
    id: `usr_${number}`,
    tenantId: "tnt_fake",
    email: `person${made}@example.com`,
    emailVerified: true,
    pendingEmail: null,
    name: null,
    firstName: "Person",
    lastName: number,
    avatarUrl: null,
    phoneNumber: null,
    phoneVerified: false,
    role: "member",
    disabled: false,
    mfaEnrolled: false,
    publicMetadata: {},
    privateMetadata: {},
    createdAt,
    updatedAt: createdAt,
    lastSignInAt: null,
    version: 1,
    password: fakePassword,
    ...given,
  };
}
