import type * as z from "zod/mini";
import type * as replies from "./schemas/replies.js";
import type { connectionWire, factorWire } from "./schemas/user.js";
import type { AnySpelling } from "./rules.js";
import type { FromWire } from "./wire.js";

type Read<Schema extends z.ZodMiniType> = FromWire<z.infer<Schema>>;

/** One sign-in of a person on one device. */
export interface Session extends Read<typeof replies.sessionWire> {}

/** The tokens of a session. The refresh token works once. */
export interface Tokens extends Read<typeof replies.tokensWire> {}

/** The answer to a sign-in. */
export interface SignedIn extends Read<typeof replies.signedInWire> {}

/** A second factor; never its secret. */
export interface Factor extends Read<typeof factorWire> {}

/** What an authenticator app needs, told once. */
export interface TotpEnrollment extends Read<typeof replies.totpEnrollmentWire> {}

/** An account elsewhere that a person signs in with. */
export interface Connection extends Read<typeof connectionWire> {}

/** Everything held about a person. */
export interface Export extends Read<typeof replies.exportMeWire> {}

/** A tenant's settings; durations in seconds. */
export interface AuthConfig extends Read<typeof replies.authConfigWire> {}

export interface Impersonation extends Read<typeof replies.impersonationWire> {}

type DeepPartial<T> = {
  [K in keyof T]?: T[K] extends readonly unknown[]
    ? T[K]
    : T[K] extends object
      ? DeepPartial<T[K]>
      : T[K];
};

export type AuthConfigUpdate = DeepPartial<AuthConfig>;

export interface Credentials {
  email: string;
  password: string;
}

export type SignUpInput = AnySpelling<
  Credentials & { name?: string; firstName?: string; lastName?: string }
>;

/** `revokeOtherSessions` is true unless said otherwise. */
export interface PasswordChange {
  currentPassword: string;
  newPassword: string;
  revokeOtherSessions?: boolean;
}

/** `expiresIn` is a duration such as `30m` or `1h`, at most `24h`. */
export type ImpersonationInput = AnySpelling<{
  userId: string;
  reason: string;
  expiresIn?: string;
}>;
