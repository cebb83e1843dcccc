import {
  type AdminUser,
  type AuthConfigUpdate,
  defaultAuthConfig,
  type EndpointName,
  toWire,
  type UpdateBy,
} from "@hellojohn/contract";
import { parseBody } from "@hellojohn/contract/schemas";
import { answer, type Backend, type FakeRequest } from "./answer.js";
import { createClock } from "./clock.js";
import { createFaults, type Fault } from "./faults.js";
import { handlers } from "./handlers.js";
import { createReplays } from "./idempotency.js";
import type { FakeUser } from "./make-user.js";
import { ada, grace, katherine } from "./personas.js";
import { type SessionGiven, startSession } from "./sessions.js";
import { type FakeConnection, type FakeSignIn, impersonate, signInAs } from "./signed-in.js";
import { createState, type FakeMail } from "./state.js";
import { wait } from "./travel.js";
import { adminView, findByEmail, getUser } from "./users.js";

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
  /** Changes a person as an administrator elsewhere would. */
  updateUser(who: Who, changes: UpdateBy<"admin">): AdminUser;
  /** Changes the tenant's settings. */
  updateConfig(changes: AuthConfigUpdate): void;
  /** Every call of this endpoint fails from now on, or as many as `times` says. */
  fail(endpoint: EndpointName, fault: Fault, options?: { times?: number }): void;
  /** Ends what `fail` began. */
  recover(endpoint?: EndpointName): void;
  /** Every answer takes this long from now on. */
  delay(ms: number): void;
  /** Pushes the clock forward. */
  advance(ms: number): void;
}

const noSignal = new AbortController().signal;

/** Makes a HelloJohn of its own in memory. */
export function createFake(options: FakeOptions = {}): Fake {
  const { users = [ada, grace, katherine], config = {}, now = Date.now } = options;
  const clock = createClock(now);
  const state = createState(clock, defaultAuthConfig, users);
  const faults = createFaults();
  let travelMs = 0;
  const backend: Backend = {
    state,
    faults,
    replays: createReplays(),
    requests: [],
    travel: (signal) => wait(travelMs, signal),
  };
  const { apiUrl, publishableKey, secretKey, tenantId } = state;

  const find = (who: Who) =>
    typeof who === "string" && who.includes("@")
      ? (findByEmail(state, who) ?? getUser(state, who))
      : getUser(state, typeof who === "string" ? who : who.id);
  const asAdmin = { state, caller: undefined, versions: undefined };

  const connection: FakeConnection = {
    apiUrl,
    publishableKey,
    fetch: (input, init = {}) => {
      const { signal, ...rest } = init;
      // Kept apart from the request: a test's DOM may bring an AbortSignal that Request does not take.
      const heard = signal ?? (input instanceof Request ? input.signal : noSignal);
      return answer(backend, new Request(input, rest), heard);
    },
  };
  const updateConfig = (changes: AuthConfigUpdate) =>
    void handlers.updateAuthConfig({
      ...asAdmin,
      query: undefined,
      body: changes,
      params: { tenantId },
    });
  updateConfig(config);

  return {
    ...connection,
    secretKey,
    tenantId,
    get users() {
      return [...state.users.values()].map(adminView);
    },
    mailbox: state.mailbox,
    requests: backend.requests,
    signedInAs: (who, given = {}) => signInAs(state, find(who), connection, given),
    impersonating: (who) => impersonate(state, find(who), connection),
    startSession: (who, given) => startSession(state, find(who), given).id,
    revokeSession(id) {
      const session = state.sessions.get(id);
      if (!session) throw new Error(`There is no session ${id} in this fake`);
      session.ended = true;
    },
    updateUser: (who, changes) =>
      handlers.updateUser({
        ...asAdmin,
        query: undefined,
        body: parseBody("updateUser", toWire(changes)),
        params: { id: find(who).id },
      }),
    updateConfig,
    fail: (endpoint, fault, { times } = {}) => faults.fail(endpoint, fault, times),
    recover: faults.recover,
    delay: (ms) => void (travelMs = ms),
    advance: clock.advance,
  };
}
