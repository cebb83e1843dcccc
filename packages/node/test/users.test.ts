import type { HelloJohn } from "@hellojohn/node";
import { afterAll, beforeAll, expect, test } from "vitest";
import { forEachDatabase } from "../../server/test/support/database.js";
import { connect, openServer, type TestServer } from "./support/server.js";

forEachDatabase((kind) => {
  let server: TestServer;
  let hj: HelloJohn;
  beforeAll(async () => {
    server = await openServer(kind);
    hj = connect(server);
  });
  afterAll(() => server.close());

  test("a user is made, read, changed, and found again", async () => {
    const made = await hj.users.create({
      email: "jane@example.com",
      password: "a-long-enough-password",
      firstName: "Jane",
      emailVerified: true,
      metadata: { plan: "pro", seats: { used: 1 } },
    });
    const changed = await hj.users.update(made.id, {
      last_name: "Doe",
      metadata: { seats: { total: 5 } },
    });
    const found = await hj.users.getByEmail("JANE@example.com");
    const read = await hj.users.get(made.id, { include: "factors,organizations" });

    expect(made).toMatchObject({ status: "active", emailVerified: true, firstName: "Jane" });
    expect(made.createdAt).toBeInstanceOf(Date);
    expect(changed.metadata).toEqual({ plan: "pro", seats: { used: 1, total: 5 } });
    expect(found).toMatchObject({ id: made.id, name: "Jane Doe" });
    expect(read).toMatchObject({ factors: [], organizations: [], version: changed.version });
    await expect(hj.users.getByEmail("nobody@example.com")).rejects.toMatchObject({
      code: "user_not_found",
      status: 404,
    });
  });

  test("refusals are one kind of error, with code, status, fields and the request's id", async () => {
    const refused = hj.users.create({ email: "not an address" });

    await expect(refused).rejects.toMatchObject({
      name: "HelloJohnError",
      code: "invalid_email",
      status: 422,
      fields: { email: [{ code: "invalid_email" }] },
      requestId: expect.stringMatching(/^req_/),
    });
  });

  test("a change meant for another version is refused and tells the version there is", async () => {
    const { id, version } = await hj.users.create({ email: "versions@example.com" });
    await hj.users.update(id, { name: "Mine" }, { version });

    const late = hj.users.update(id, { name: "Theirs" }, { version });

    await expect(late).rejects.toMatchObject({
      code: "version_conflict",
      current: { name: "Mine", version: version + 1 },
    });
  });

  test("access is taken and given back, and passwords are set and reset", async () => {
    const person = await server.person("access@example.com");

    const off = await hj.users.disable(person.id, { reason: "Left", revokeSessions: true });
    const on = await hj.users.enable(person.id);
    await server.signIn("access@example.com");
    const set = await hj.users.setPassword(person.id, {
      password: "another-long-password",
      sign_out_all_sessions: true,
    });
    const reset = await hj.users.resetPassword(person.id, { revokeSessions: false });

    expect(off).toMatchObject({ user: { disabled: true }, sessionsRevoked: 1 });
    expect(on.user.disabled).toBe(false);
    expect(set.sessionsRevoked).toBe(1);
    expect(reset.user.id).toBe(person.id);
    expect((await server.mailTo("access@example.com")).map((mail) => mail.kind)).toContain(
      "password_reset",
    );
  });

  test("many are disabled at once, each with an outcome", async () => {
    const one = await server.addUser("bulk-1@example.com");
    const two = await server.addUser("bulk-2@example.com");

    const done = await hj.users.bulkDisable({ user_ids: [one, two, "usr_nobody"], reason: "Spam" });

    expect(done).toMatchObject({
      disabled: 2,
      results: [
        { userId: one, outcome: "disabled" },
        { userId: two, outcome: "disabled" },
        { userId: "usr_nobody", outcome: "refused", code: "user_not_found" },
      ],
    });
  });

  test("masked data is revealed one field at a time, and the log knows", async () => {
    const { id } = await hj.users.create({ email: "masked@example.com" });

    const masked = await hj.users.get(id, { masked: true });
    const revealed = await hj.users.reveal(id, { fields: ["email"], reason: "Ticket 7" });
    const { events } = await hj.auditLogs.list({ resourceId: id });

    expect(masked.email).not.toBe("masked@example.com");
    expect(revealed.email).toBe("masked@example.com");
    expect(events.map((event) => event.id)).toContain(revealed.auditEventId);
  });

  test("sessions are listed, read and ended, one or all", async () => {
    const person = await server.person("sessions@example.com");
    await server.signIn("sessions@example.com");
    const [one, ...others] = await hj.users.sessions.list(person.id);
    const id = one?.id ?? "";

    const read = await hj.sessions.get(id);
    const ended = await hj.sessions.revoke(id);
    const all = await hj.sessions.revokeAll(person.id);

    expect(others).toHaveLength(1);
    expect(read).toMatchObject({ id, userId: person.id });
    expect([ended, all]).toEqual([{ revoked: 1 }, { revoked: 1 }]);
    await expect(hj.sessions.get(id)).rejects.toMatchObject({ code: "session_not_found" });
  });

  test("second factors are listed, and removing one that is not there is refused", async () => {
    const { id } = await hj.users.create({ email: "factors@example.com" });

    expect(await hj.mfa.list(id)).toEqual([]);
    await expect(hj.mfa.remove(id, "fac_none")).rejects.toMatchObject({ code: "factor_not_found" });
  });

  test("one user is exported as an object, all of them as a stream", async () => {
    const { id } = await hj.users.create({ email: "exported@example.com" });

    const one = await hj.users.export(id);
    const decoder = new TextDecoder();
    let csv = "";
    for await (const chunk of await hj.users.exportAll({ email: "exported@example.com" }))
      csv += decoder.decode(chunk, { stream: true });
    const lines = await new Response(await hj.users.exportAll({ format: "ndjson" })).text();

    expect(one).toMatchObject({ user: { id }, sessions: [], factors: [] });
    expect(one.exportedAt).toBeInstanceOf(Date);
    expect(csv.split("\r\n")[1]).toContain("exported@example.com");
    expect(lines).toContain('"email":"exported@example.com"');
  });

  test("an export says in a body whom it is of, whatever name its conditions have", async () => {
    const emails = [1, 2, 3].map((at) => `alias${at}@example.com`);
    for (const email of emails) await hj.users.create({ email, role: "editor" });
    const urls: string[] = [];
    const heard = connect(server, {
      fetch: async (url, init) => {
        urls.push(String(url));
        return fetch(url, init);
      },
    });
    const read = async (asked: Parameters<typeof hj.users.exportAll>[0]) =>
      new Response(await heard.users.exportAll({ ...asked, fields: "email" })).text();
    const table = (rows: string[]) => ["email", ...rows, ""].join("\r\n");

    const searched = await read({ search: "alias2 example.com", order_by: "email" });
    const turned = await read({ q: "alias", role: "editor", order: "asc" });
    const newest = await read({ q: "alias", sort: "email", direction: "desc" });

    expect(searched).toBe(table(emails.slice(1, 2)));
    expect(turned).toBe(table(emails));
    expect(newest).toBe(table(emails.toReversed()));
    expect(urls.filter((url) => /alias|\?/.test(url))).toEqual([]);
  });

  test("a refused export is an error, not a stream", async () => {
    await expect(hj.users.exportAll({ fields: "password_hash" })).rejects.toMatchObject({
      status: 422,
    });
  });

  test("what is deleted is gone", async () => {
    const { id } = await hj.users.create({ email: "deleted@example.com" });

    await expect(hj.users.delete(id, { reason: "Asked to be" })).resolves.toBeUndefined();
    await expect(hj.users.get(id)).rejects.toMatchObject({ code: "user_not_found" });
    await expect(hj.users.delete(id)).rejects.toMatchObject({ code: "user_not_found" });
  });

  test("the tenant's settings are read and changed by a key that names no tenant", async () => {
    const before = await hj.config.get();
    const after = await hj.config.update({ passwordPolicy: { minLength: 12 } });

    expect(before.passwordPolicy.minLength).toBe(8);
    expect(after.passwordPolicy).toEqual({ ...before.passwordPolicy, minLength: 12 });
    await hj.config.update({ passwordPolicy: { minLength: 8 } });
  });

  test("the key's own rights are told, and what goes beyond them is refused", async () => {
    const limited = await server.tenant.addKey("secret", ["users:read"]);
    const reader = connect(server, { secretKey: limited });

    const { scopes, operations, tenant } = await reader.permissions();

    expect({ scopes, tenant: tenant.id }).toEqual({
      scopes: ["users:read"],
      tenant: server.tenant.id,
    });
    expect(operations).toContain("listUsers");
    expect(operations).not.toContain("updateUser");
    await expect(reader.users.create({ email: "x@example.com" })).rejects.toMatchObject({
      code: "insufficient_permissions",
      status: 403,
    });
  });

  test("a tenant that is not the key's is refused", async () => {
    await expect(connect(server, { tenantId: "tnt_other" }).users.list()).rejects.toMatchObject({
      code: "tenant_mismatch",
    });
  });
});
