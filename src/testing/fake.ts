import type {
  AdminUser,
  AuditEvent,
  AuthConfigUpdate,
  EndpointName,
  Scope,
  UpdateBy,
} from "@hellojohn/contract";
import type { FakeRequest } from "./answer.js";
import type { Fault, FaultOptions } from "./faults.js";
import type { FakeUser } from "./make-user.js";
import type { FakeMail } from "./records.js";
import type { SessionGiven } from "./sessions.js";
import type { FakeConnection, FakeSignIn } from "./signed-in.js";

export interface FakeOptions {
  /** Ada, Grace and Katherine unless said otherwise. */
  users?: readonly FakeUser[];
  /** The tenant's settings; what is left out is as in a new tenant. */
  config?: AuthConfigUpdate;
  /** Where the clock starts; the machine's unless said otherwise. */
  now?: () => number;
}

/** Someone of the fake: by id, by address, or as made by `makeUser`. */
export type Who = string | { id: string };

/** HelloJohn in memory, for tests and stories: the same answers, and no network. */
export interface Fake extends FakeConnection {
  /** A secret key that may do everything. */
  readonly secretKey: string;
  readonly tenantId: string;
  /** Everyone, as an administrator sees them now. */
  readonly users: readonly AdminUser[];
  /** What happened, newest first. */
  readonly auditEvents: readonly AuditEvent[];
  /** Mails, newest first. */
  readonly mailbox: readonly FakeMail[];
  /** Every call so far, oldest first. */
  readonly requests: readonly FakeRequest[];
  /** Options for a client or provider whose person is signed in. */
  signedInAs(who: Who, given?: SessionGiven): FakeSignIn;
  /** Options for a client or provider with which someone acts as this person. */
  impersonating(who: Who): FakeConnection & { token: string };
  /** Signs a person in on one more device; answers the session's id. */
  startSession(who: Who, given?: SessionGiven): string;
  revokeSession(id: string): void;
  /** A secret key that may do this and no more. */
  keyWith(scopes: readonly (Scope | "*")[]): string;
  /** Changes a person as an administrator elsewhere would. */
  updateUser(who: Who, changes: UpdateBy<"admin">): AdminUser;
  /** Changes the tenant's settings. */
  updateConfig(changes: AuthConfigUpdate): void;
  /** Every call of this endpoint fails from now on, or as many as `times` says, or those that `when` picks. */
  fail(endpoint: EndpointName, fault: Fault, options?: FaultOptions): void;
  /** Ends what `fail` began. */
  recover(endpoint?: EndpointName): void;
  /** Every answer takes this long from now on. */
  delay(ms: number): void;
  /** Pushes the clock forward. */
  advance(ms: number): void;
}
