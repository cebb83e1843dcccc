import type {
  Credentials,
  Export,
  Factor,
  Me,
  Metadata,
  PasswordChange,
  Session,
  SignedIn,
  SignUpInput,
  TotpEnrollment,
  UpdateProfileInput,
} from "@hellojohn/contract";
import type { Call } from "./call.js";
import type { Token } from "./given-session.js";
import type { SessionState } from "./session-state.js";
import type { SessionStore } from "./session-store.js";

export interface ClientOptions {
  /** `https://api.hellojohn.dev` unless said otherwise. */
  apiUrl?: string | undefined;
  /** `pk_…`, to sign in and sign up with. */
  publishableKey?: string | undefined;
  /** A token, or what answers one, when the app keeps the session. Without it the client does. */
  token?: Token | undefined;
  /** Where the client keeps its session; in memory unless said otherwise. */
  sessionStore?: SessionStore | undefined;
  fetch?: typeof fetch | undefined;
  /** 10 seconds unless said otherwise. */
  timeoutMs?: number | undefined;
  /** 2 unless said otherwise. */
  maxRetries?: number | undefined;
}

export interface ReadOptions {
  signal?: AbortSignal | undefined;
}

export interface WriteOptions extends ReadOptions {
  /** Refuses the change when the user has another version by now. */
  version?: number | undefined;
}

/** A change of one's own password, in either spelling. */
export type PasswordChangeInput =
  | PasswordChange
  | { current_password: string; new_password: string; revoke_other_sessions?: boolean };

/** HelloJohn as the signed-in person. */
export interface HelloJohnClient {
  readonly session: {
    get(): SessionState;
    subscribe(listener: () => void): () => void;
    getToken(): Promise<string | null>;
  };
  /** Throws `mfa_required` with a `challengeId` for `verifyTotp` when the person has a second factor. */
  signIn(input: Credentials): Promise<SignedIn>;
  verifyTotp(input: { challengeId: string; code: string }): Promise<SignedIn>;
  signUp(input: SignUpInput): Promise<SignedIn>;
  /** Leaves, here and in every other tab, and tells the server if it can be reached. */
  signOut(): Promise<void>;
  forgotPassword(input: { email: string }): Promise<void>;
  resetPassword(input: { token: string; newPassword: string }): Promise<void>;
  readonly user: {
    get(options?: ReadOptions): Promise<Me>;
    updateProfile(input: UpdateProfileInput, options?: WriteOptions): Promise<Me>;
    updatePassword(
      input: PasswordChangeInput,
      options?: ReadOptions,
    ): Promise<{ sessionsRevoked: number }>;
    /** Merges; `null` removes a key. */
    updateMetadata(patch: Metadata, options?: WriteOptions): Promise<Me>;
    verifyEmail(input: { token: string }): Promise<Me>;
    resendEmail(): Promise<Me>;
    cancelEmail(): Promise<Me>;
    export(options?: ReadOptions): Promise<Export>;
    delete(input: { currentPassword: string }): Promise<void>;
  };
  readonly sessions: {
    list(options?: ReadOptions): Promise<Session[]>;
    revoke(id: string): Promise<{ revoked: number }>;
    revokeOthers(): Promise<{ revoked: number }>;
  };
  readonly mfa: {
    enrollTotp(): Promise<TotpEnrollment>;
    confirmTotp(input: { factorId: string; code: string }): Promise<Factor>;
  };
  /** Calls any row of the endpoint table. */
  readonly call: Call;
  /** The same API with another token, such as one to act for someone else with. */
  actAs(token: string): HelloJohnClient;
  /** Ends channels; the client opens them again when it is used. */
  close(): void;
}
