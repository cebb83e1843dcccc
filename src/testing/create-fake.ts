import { defaultAuthConfig, toWire } from "@hellojohn/contract";
import { parseBody } from "@hellojohn/contract/schemas";
import { answer, type Backend } from "./answer.js";
import type { Operation } from "./call.js";
import { createClock } from "./clock.js";
import type { Fake, FakeOptions, Who } from "./fake.js";
import { createFaults } from "./faults.js";
import { handlers } from "./handlers.js";
import { createReplays } from "./idempotency.js";
import { ada, grace, katherine } from "./personas.js";
import { changeConfig } from "./routes/tenant-config.js";
import { startSession } from "./sessions.js";
import { type FakeConnection, impersonate, signInAs } from "./signed-in.js";
import { createState } from "./state.js";
import { wait } from "./travel.js";
import { adminView, findByEmail, getUser } from "./users.js";

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
  const asAdmin = (): Operation => ({
    state,
    caller: undefined,
    key: state.keys.get(secretKey),
    origin: { requestId: state.makeId("req"), ip: null, userAgent: null },
    versions: undefined,
  });

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
  changeConfig(state, config);

  return {
    ...connection,
    secretKey,
    tenantId,
    get users() {
      return [...state.users.values()].map((user) => structuredClone(adminView(user)));
    },
    get auditEvents() {
      return state.events.toReversed();
    },
    mailbox: state.mailbox,
    requests: backend.requests,
    signedInAs: (who, given = {}) => signInAs(state, find(who), connection, given),
    impersonating: (who) => impersonate(state, find(who), connection),
    startSession: (who, given) => startSession(state, find(who), given).id,
    keyWith(scopes) {
      const key = state.makeId("sk_test_fake");
      state.keys.set(key, { id: state.makeId("key"), scopes });
      return key;
    },
    revokeSession(id) {
      const session = state.sessions.get(id);
      if (!session) throw new Error(`There is no session ${id} in this fake`);
      session.ended = true;
    },
    updateUser: (who, changes) =>
      handlers.updateUser({
        ...asAdmin(),
        query: undefined,
        body: parseBody("updateUser", toWire(changes)),
        params: { id: find(who).id },
      }),
    updateConfig: (changes) =>
      void handlers.updateAuthConfig({
        ...asAdmin(),
        query: undefined,
        body: changes,
        params: { tenantId },
      }),
    fail: (endpoint, fault, options = {}) => faults.fail(endpoint, fault, options),
    recover: faults.recover,
    delay: (ms) => void (travelMs = ms),
    advance: clock.advance,
  };
}
