import { type FakeUser, makeUser } from "./make-user.js";
import { scripts } from "./names.js";
import { randomFrom } from "./random.js";

const day = 86_400_000;
const newest = Date.parse("2026-01-05T09:00:00Z");
const domains = ["example.com", "example.org", "mail.example.net"] as const;
const plans = ["free", "team", "business"] as const;

/** What of a name may stand in an address. */
const ascii = (name: string) =>
  name
    .normalize("NFKD")
    .replace(/[^A-Za-z\d]/g, "")
    .toLowerCase();

/** Draws lots: one of many, or whether something holds that holds for a share of all. */
function lotsFrom(random: () => number) {
  return {
    oneOf: <T>(choices: readonly [T, ...T[]]): T =>
      choices[Math.floor(random() * choices.length)] ?? choices[0],
    holdsFor: (share: number) => random() < share,
    below: (most: number) => Math.floor(random() * most),
  };
}

type Lots = ReturnType<typeof lotsFrom>;

function namesOf(lots: Lots, number: string): Partial<FakeUser> {
  const script = lots.oneOf(scripts);
  const [firstName, lastName] = [lots.oneOf(script.first), lots.oneOf(script.last)];
  const local = [ascii(firstName), ascii(lastName)].filter(Boolean).join(".") || "person";
  const email = `${local}.${number}@${lots.oneOf(domains)}`;
  return lots.holdsFor(0.93)
    ? { email, firstName, lastName }
    : { email, firstName: null, lastName: null };
}

function numberOf(lots: Lots, index: number): Partial<FakeUser> {
  const phoneNumber = `+1415555${String(index % 10_000).padStart(4, "0")}`;
  const [has, phoneVerified] = [lots.holdsFor(0.4), lots.holdsFor(0.5)];
  return has ? { phoneNumber, phoneVerified } : {};
}

function timesOf(lots: Lots, isInvited: boolean): Partial<FakeUser> {
  const age = lots.below(900 * day);
  const since = lots.below(age);
  const hasSignedIn = lots.holdsFor(0.85) && !isInvited;
  return {
    createdAt: new Date(newest - age),
    lastSignInAt: hasSignedIn ? new Date(newest - since) : null,
  };
}

function personAt(lots: Lots, index: number): Partial<FakeUser> {
  const number = String(index + 1).padStart(5, "0");
  const isInvited = lots.holdsFor(0.05);
  return {
    id: `usr_made_${number}`,
    ...namesOf(lots, number),
    ...numberOf(lots, index),
    ...timesOf(lots, isInvited),
    emailVerified: lots.holdsFor(0.88) && !isInvited,
    mfaEnrolled: lots.holdsFor(0.2) && !isInvited,
    role: lots.holdsFor(0.02) ? "admin" : "member",
    disabled: lots.holdsFor(0.06),
    publicMetadata: lots.holdsFor(0.6) ? { plan: lots.oneOf(plans) } : {},
    privateMetadata: lots.holdsFor(0.3) ? { crm: { id: index } } : {},
    ...(isInvited ? { password: "" } : {}),
  };
}

/** Many people, as varied as in a real tenant and the same each time; what is given holds for all of them. */
export function makeUsers(count: number, given: Partial<FakeUser> = {}): FakeUser[] {
  const lots = lotsFrom(randomFrom(20_260_105));
  return Array.from({ length: count }, (_, index) =>
    makeUser({ ...personAt(lots, index), ...given }),
  );
}
