import type { Scope, Tokens } from "@hellojohn/contract";

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
  /** The administrator or key that acts as this person, if one does. */
  impersonatorId: string | null;
  ended: boolean;
}

/** A secret key and what it may do. */
export interface KeyRecord {
  id: string;
  scopes: readonly (Scope | "*")[];
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
  purpose: "email" | "password" | "invitation";
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

export interface MembershipRecord {
  organizationId: string;
  userId: string;
  role: string;
  createdAt: Date;
}
