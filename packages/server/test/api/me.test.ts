import { afterAll, beforeAll, expect, test } from "vitest";
import { forEachDatabase } from "../support/database.js";
import { openTestApi, password, type TestApi } from "./test-api.js";

forEachDatabase((kind) => {
  let api: TestApi;
  beforeAll(async () => {
    api = await openTestApi(kind);
  });
  afterAll(() => api.close());

  test("a person signs in and reads herself", async () => {
    await api.addUser("ada@example.com");

    const { session } = await api.signIn("ADA@example.com");
    const me = await api.call("getMe", { token: session.access_token });

    expect(me.status).toBe(200);
    expect(me.body).toMatchObject({
      email: "ada@example.com",
      status: "active",
      version: 1,
      editable: { metadata_keys: ["theme", "language"], refused: { role: "admin_only" } },
    });
    expect(me.headers.get("etag")).toBe('"1"');
    expect(me.body).not.toHaveProperty("private_metadata");
  });

  test("a profile change is written, counted and logged", async () => {
    const ada = await api.person("profile@example.com");

    const reply = await api.call("updateMe", {
      token: ada.token,
      body: { first_name: " Ada ", last_name: "Lovelace", phone: "+1 415 555 2671" },
    });

    expect(reply.body).toMatchObject({
      name: "Ada Lovelace",
      first_name: "Ada",
      phone_number: "+14155552671",
      phone_verified: false,
      version: 2,
    });
    expect(await api.auditTypes(ada.id)).toEqual(["user.signed_in", "user.updated"]);
  });

  test("an explicit name lasts until first or last name is set", async () => {
    const { token } = await api.person("name@example.com");
    const update = async (body: object) =>
      (await api.call("updateMe", { token, body })).body.name as unknown;

    expect(await update({ first_name: "Grace", name: "Amazing Grace" })).toBe("Amazing Grace");
    expect(await update({ last_name: "Hopper" })).toBe("Grace Hopper");
    expect(await update({ first_name: null, last_name: "" })).toBeNull();
  });

  test("an empty change writes nothing", async () => {
    const { id, token } = await api.person("empty@example.com");
    const before = await api.rowOf(id);

    const reply = await api.call("updateMe", { token, body: {} });

    expect(reply.status).toBe(200);
    expect(await api.rowOf(id)).toBe(before);
  });

  test("a stale version is refused with the current user", async () => {
    const { token } = await api.person("version@example.com");
    const update = (ifMatch: string, name: string) =>
      api.call("updateMe", { token, body: { name }, headers: { "If-Match": ifMatch } });
    await update('"1"', "First");

    const stale = await update('"1"', "Second");
    const malformed = await update("1", "Third");

    expect(stale.status).toBe(412);
    expect(stale.body.error).toMatchObject({
      code: "version_conflict",
      current: { name: "First" },
    });
    expect(malformed.body.error).toMatchObject({
      code: "validation_failed",
      fields: { if_match: [{ code: "invalid_format" }] },
    });
    expect((await update("*", "Fourth")).status).toBe(200);
    expect((await update('"1", "3"', "Fifth")).status).toBe(200);
  });

  test("metadata merges at every depth within the tenant's keys", async () => {
    const { token } = await api.person("metadata@example.com");
    const patch = (public_metadata: object) =>
      api.call("updateMyMetadata", { token, body: { public_metadata } });
    await patch({ theme: { dark: true, accent: "red", tags: [1, 2] }, language: "es" });

    const merged = await patch({ theme: { accent: null, tags: [3] }, language: null });
    const foreign = await patch({ theme: "light", "Plan.x_y": "pro" });

    expect(merged.body.public_metadata).toEqual({ theme: { dark: true, tags: [3] } });
    expect(merged.body.metadata).toEqual(merged.body.public_metadata);
    expect(foreign.status).toBe(403);
    expect(foreign.body.error.fields).toEqual({
      "public_metadata.Plan.x_y": [
        { code: "key_not_editable", message: expect.any(String) as string },
      ],
    });
  });

  test("metadata that grows too large by merging is refused whole", async () => {
    const { id, token } = await api.person("large@example.com");
    const patch = (public_metadata: object) =>
      api.call("updateMyMetadata", { token, body: { public_metadata } });
    await patch({ theme: "x".repeat(5000) });
    const before = await api.rowOf(id);

    const reply = await patch({ language: "y".repeat(5000) });

    expect(reply.body.error).toMatchObject({ code: "metadata_too_large", status: 422 });
    expect(await api.rowOf(id)).toBe(before);
  });

  test("two people on one user lose nothing", async () => {
    const { token } = await api.person("parallel@example.com");
    const keys = Array.from({ length: 10 }, (_, index) => `k${index}`);

    await Promise.all(
      keys.map((key) =>
        api.call("updateMyMetadata", { token, body: { public_metadata: { theme: { [key]: 1 } } } }),
      ),
    );

    const { body } = await api.call("getMe", { token });
    expect(Object.keys(body.public_metadata.theme as object).sort()).toEqual(keys);
    expect(body.version).toBe(11);
  });

  test("an account is deleted with its password, and leaves its events", async () => {
    const { id, token } = await api.person("leaving@example.com");

    const wrong = await api.call("deleteMe", { token, body: { current_password: "nope" } });
    const gone = await api.call("deleteMe", { token, body: { current_password: password } });

    expect(wrong.body.error.code).toBe("password_incorrect");
    expect(gone.status).toBe(204);
    expect((await api.call("getMe", { token })).body.error.code).toBe("session_revoked");
    expect((await api.auditTypes(id)).at(-1)).toBe("user.deleted");
  });

  test("an export holds everything but secrets", async () => {
    const { id, token } = await api.person("export@example.com");

    const { body } = await api.call("exportMe", { token });

    expect(body.sessions).toHaveLength(1);
    expect(body.audit_events.map(({ type }: { type: string }) => type)).toEqual([
      ...["user.exported", "user.signed_in"],
    ]);
    expect(body.audit_events[0]).toMatchObject({ actor_id: id, resource_id: id });
    expect((await api.auditTypes(id)).at(-1)).toBe("user.exported");
    expect(body.user).not.toHaveProperty("private_metadata");
    expect(JSON.stringify(body)).not.toContain("argon2");
  });
});
