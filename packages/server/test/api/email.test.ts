import { afterAll, beforeAll, expect, test } from "vitest";
import { forEachDatabase } from "../support/database.js";
import { openTestApi, password, type TestApi } from "./test-api.js";

forEachDatabase((kind) => {
  let api: TestApi;
  beforeAll(async () => {
    api = await openTestApi(kind);
  });
  afterAll(() => api.close());

  const change = (token: string, body: object) => api.call("updateMe", { token, body });
  const verify = (token: string, mailed: string | undefined) =>
    api.call("verifyEmail", { token, body: { token: mailed } });

  test("a new address waits for proof while the old one stays, and the old one is told", async () => {
    const { token } = await api.person("old@example.com");

    const pending = await change(token, { email: "fresh@example.com" });
    const [link] = await api.mailTo("fresh@example.com");
    const [notice] = await api.mailTo("old@example.com");
    const proven = await verify(token, link?.token);

    expect(pending.body).toMatchObject({
      email: "old@example.com",
      email_verified: true,
      pending_email: "fresh@example.com",
    });
    expect(notice).toEqual({ kind: "email_change", token: undefined });
    expect(proven.body).toMatchObject({
      email: "fresh@example.com",
      email_verified: true,
      pending_email: null,
    });
    expect(api.nudges()).toBeGreaterThan(0);
  });

  test("after an hour an address takes the password in the same call", async () => {
    const { token, session } = await api.person("later@example.com");
    api.advance(3601);
    const { body } = await api.call("refresh", { body: { refresh_token: session.refresh_token } });
    const fresh = body.access_token as string;

    const bare = await change(fresh, { email: "b@example.com" });
    const wrong = await change(fresh, { email: "b@example.com", current_password: "wrong" });
    const right = await change(fresh, { email: "b@example.com", current_password: password });

    expect((await change(token, { name: "X" })).body.error.code).toBe("token_expired");
    expect(bare.body.error).toMatchObject({ code: "reauthentication_required", status: 403 });
    expect(bare.body.error).not.toHaveProperty("fields");
    expect(wrong.body.error).toMatchObject({
      code: "password_incorrect",
      fields: { current_password: [{ code: "password_incorrect" }] },
    });
    expect(right.body.pending_email).toBe("b@example.com");
  });

  test("another spelling of the same address is no change of address", async () => {
    const { token } = await api.person("spelling@example.com");

    const { body } = await change(token, { email: "Spelling@Example.com" });

    expect(body).toMatchObject({
      email: "Spelling@Example.com",
      email_verified: true,
      pending_email: null,
    });
  });

  test("a taken address is refused by name, also when it is taken while it waits", async () => {
    await api.addUser("taken@example.com");
    const { token } = await api.person("wants@example.com");

    const taken = await change(token, { email: "TAKEN@example.com" });
    await change(token, { email: "contested@example.com" });
    const [link] = await api.mailTo("contested@example.com");
    await api.addUser("Contested@example.com");
    const late = await verify(token, link?.token);

    expect(taken.status).toBe(409);
    expect(taken.body.error).toMatchObject({
      code: "email_already_exists",
      fields: { email: [{ code: "email_already_exists" }] },
    });
    expect(late.body.error.code).toBe("email_already_exists");
  });

  test("two people who prove the same address do not both get it", async () => {
    const one = await api.person("one@example.com");
    const two = await api.person("two@example.com");
    await change(one.token, { email: "same@example.com" });
    api.advance(1);
    await change(two.token, { email: "same@example.com" });
    const links = await api.mailTo("same@example.com");

    const replies = await Promise.all([
      verify(two.token, links[0]?.token),
      verify(one.token, links[1]?.token),
    ]);

    expect(replies.map((reply) => reply.status).sort()).toEqual([200, 409]);
  });

  test("a link works once, though it is clicked twice at the same moment", async () => {
    const { token } = await api.person("twice@example.com");
    await change(token, { email: "twice2@example.com" });
    const [link] = await api.mailTo("twice2@example.com");

    const replies = await Promise.all([verify(token, link?.token), verify(token, link?.token)]);

    expect(replies.map((reply) => reply.status).sort()).toEqual([200, 422]);
  });

  test("a link ends after a day, belongs to one person, and only the last one works", async () => {
    const { token } = await api.person("links@example.com");
    const other = await api.person("stranger@example.com");
    await change(token, { email: "first@example.com" });
    await change(token, { email: "second@example.com" });
    const [first] = await api.mailTo("first@example.com");
    const [second] = await api.mailTo("second@example.com");

    const replaced = await verify(token, first?.token);
    const foreign = await verify(other.token, second?.token);
    api.advance(24 * 3600 + 1);
    const { session } = await api.signIn("links@example.com");
    const old = await verify(session.access_token as string, second?.token);

    expect(replaced.body.error.fields).toMatchObject({ token: [{ code: "invalid_token" }] });
    expect(foreign.body.error.fields).toMatchObject({ token: [{ code: "invalid_token" }] });
    expect(old.body.error.fields).toMatchObject({ token: [{ code: "expired" }] });
  });

  test("a mail can be sent again after a minute, and a change taken back", async () => {
    const { token } = await api.person("again@example.com");
    const idle = await api.call("resendEmail", { token });
    await change(token, { email: "again2@example.com" });

    const soon = await api.call("resendEmail", { token });
    api.advance(60);
    const sent = await api.call("resendEmail", { token });
    const [link] = await api.mailTo("again2@example.com");
    const cancelled = await api.call("cancelEmail", { token });

    expect(idle.body.error.code).toBe("validation_failed");
    expect(soon.status).toBe(429);
    expect(soon.headers.get("retry-after")).toBe("60");
    expect(sent.status).toBe(200);
    expect(await api.mailTo("again2@example.com")).toHaveLength(2);
    expect(cancelled.body.pending_email).toBeNull();
    expect((await verify(token, link?.token)).status).toBe(422);
  });
});
