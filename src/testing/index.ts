export type { FakeRequest } from "./answer.js";
export { createFake, type Fake, type FakeOptions, type Who } from "./fake.js";
export type { Fault } from "./faults.js";
export { type FakeUser, fakePassword, makeUser } from "./make-user.js";
export { ada, grace, katherine } from "./personas.js";
export type { SessionGiven } from "./sessions.js";
export type { FakeConnection, FakeSession, FakeSessionStore, FakeSignIn } from "./signed-in.js";
export type { FakeMail } from "./state.js";
export { fakeTotpCode } from "./totp.js";
