import type { AuthConfig, Tokens } from "@hellojohn/contract";
import type { Clock } from "./clock.js";
import type { FakeUser } from "./make-user.js";

/** A sign-in as the fake keeps it. */
export interface SessionRecord {
  id: string;
  userId: string;
  createdAt: number;
  /** When the person last proved who she is. */
  provenAt: number;
  lastActiveAt: number;
  expiresAt: number;
  ip: string | null;
  userAgent: string | null;
  device: string | null;
  /** The administrator who acts as this person, if one does. */
  impersonatorId: string | null;
  ended: boolean;
}

/** A mail the fake would have sent. */
export interface FakeMail {
  id: string;
  to: string;
  subject: string;
  text: string;
  links: string[];
  createdAt: Date;
}

export interface AccessToken {
  sessionId: string;
  expiresAt: number;
}

export interface RefreshToken {
  sessionId: string;
  expiresAt: number;
  /** What it was exchanged for, and when; the same answer is given again for ten seconds. */
  used?: { at: number; tokens: Tokens };
}

/** A token that was mailed; it works once. */
export interface MailedToken {
  purpose: "email" | "password";
  userId: string;
  email: string;
  expiresAt: number;
  used: boolean;
}

export interface FactorRecord {
  id: string;
  userId: string;
  secret: string;
  createdAt: Date;
  lastUsedAt: Date | null;
  confirmed: boolean;
}

/** Wrong passwords for one address since the last right one. */
export interface FailureRecord {
  count: number;
  lockedUntil: number;
}

export interface ChallengeRecord {
  userId: string;
  expiresAt: number;
  triesLeft: number;
  used: boolean;
}

/** Everything the fake remembers. */
export interface State {
  readonly clock: Clock;
  readonly appUrl: string;
  readonly apiUrl: string;
  readonly tenantId: string;
  readonly publishableKey: string;
  readonly secretKey: string;
  config: AuthConfig;
  readonly users: Map<string, FakeUser>;
  readonly sessions: Map<string, SessionRecord>;
  readonly accessTokens: Map<string, AccessToken>;
  readonly refreshTokens: Map<string, RefreshToken>;
  readonly mailedTokens: Map<string, MailedToken>;
  readonly lastMailAt: Map<string, number>;
  readonly factors: Map<string, FactorRecord>;
  readonly challenges: Map<string, ChallengeRecord>;
  readonly failures: Map<string, FailureRecord>;
  readonly mailbox: FakeMail[];
  /** A new name that sorts after every earlier one. */
  makeId(prefix: string): string;
}

export function createState(clock: Clock, config: AuthConfig, users: readonly FakeUser[]): State {
  let made = 0;
  return {
    clock,
    appUrl: "http://localhost:5173",
    apiUrl: "https://api.hellojohn.dev",
    tenantId: users[0]?.tenantId ?? "tnt_fake",
    publishableKey: "pk_test_fake",
    secretKey: "sk_test_fake",
    config,
    users: new Map(users.map((user) => [user.id, structuredClone(user)])),
    sessions: new Map(),
    accessTokens: new Map(),
    refreshTokens: new Map(),
    mailedTokens: new Map(),
    lastMailAt: new Map(),
    factors: new Map(),
    challenges: new Map(),
    failures: new Map(),
    mailbox: [],
    makeId(prefix) {
      made += 1;
      return `${prefix}_${String(made).padStart(6, "0")}`;
    },
  };
}
