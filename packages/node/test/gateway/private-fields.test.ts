import type { Gateway } from "@hellojohn/node/gateway";
import { afterAll, beforeAll, expect, test } from "vitest";
import { forEachDatabase } from "../../../server/test/support/database.js";
import { ask, openGateway } from "../support/gateway.js";
import { connect, openServer, type TestServer } from "../support/server.js";

const secret = "crm-4711";

forEachDatabase((kind) => {
  let server: TestServer;
  let gateway: Gateway;
  let id: string;
  let version: number;
  beforeAll(async () => {
    server = await openServer(kind);
    gateway = openGateway(server).gateway;
    ({ id, version } = await connect(server).users.create({
      email: "private@example.com",
      password: "a-long-enough-password",
      privateMetadata: { crm: secret },
      publicMetadata: { private_metadata: "mine", metadata: "mine" },
    }));
  });
  afterAll(() => server.close());

  const answers = {
    listUsers: { query: {} },
    searchUsers: { body: { query: "private" } },
    getUser: { query: { include: "factors,organizations,restrictions" } },
    updateUser: { body: { name: "Ada" } },
    disableUser: { body: {} },
    enableUser: { body: {} },
    setUserPassword: { body: { password: "another-long-password" } },
    sendPasswordReset: { body: {} },
    exportUser: {},
    exportUsers: { query: { format: "ndjson" } },
    exportFoundUsers: { body: { query: "private", format: "ndjson" } },
    listAuditEvents: {},
  } as const;

  test.each(Object.entries(answers))("%s tells no private metadata", async (name, asking) => {
    const { status, text } = await ask(gateway, name as keyof typeof answers, {
      ...asking,
      params: { id },
    });

    expect(status).toBe(200);
    expect(text).not.toContain(secret);
    expect(text).not.toContain('"private_metadata":{');
  });

  test("a new user's private metadata is not told back", async () => {
    const body = { email: `${crypto.randomUUID()}@example.com` };

    const made = await ask(gateway, "createUser", { body });

    expect(made.status).toBe(201);
    expect(made.body).not.toHaveProperty("private_metadata");
    expect(made.body).not.toHaveProperty("metadata");
  });

  test("nor is that of the user in a conflict", async () => {
    const { status, body, text } = await ask(gateway, "updateUser", {
      params: { id },
      body: { name: "Late" },
      headers: { "If-Match": `"${version + 1000}"` },
    });

    expect([status, body.error.code]).toEqual([412, "version_conflict"]);
    expect(body.error.current).toMatchObject({ id, email: "private@example.com" });
    expect(text).not.toContain(secret);
  });

  test("what is public and what happened keep their own bags", async () => {
    const user = await ask(gateway, "getUser", { params: { id } });
    const log = await ask(gateway, "listAuditEvents", { query: { resource_id: id } });

    expect(user.body.public_metadata).toEqual({ private_metadata: "mine", metadata: "mine" });
    expect(log.body.data[0]).toHaveProperty("metadata");
  });

  test.each(["metadata", "private_metadata", "privateMetadata"])(
    "a change that names %s is refused and nothing is written",
    async (name) => {
      const before = await server.rowOf(id);
      for (const operation of ["updateUser", "createUser"] as const) {
        const { status, body } = await ask(gateway, operation, {
          params: { id },
          body: { email: "new@example.com", name: "Eve", [name]: { crm: null } },
        });

        expect([status, body.error.code]).toEqual([403, "field_not_editable"]);
        expect(Object.keys(body.error.fields)).toEqual([
          name === "metadata" ? name : "private_metadata",
        ]);
      }
      expect(await server.rowOf(id)).toBe(before);
    },
  );

  test.each([
    "metadata",
    "private_metadata",
    "id, private_metadata",
    "id,privateMetadata",
    "metadata.crm",
  ])("an export of the columns %j is refused", async (fields) => {
    const { gateway, upstream } = openGateway(server);
    const asked = [
      await ask(gateway, "exportUsers", { query: { fields } }),
      await ask(gateway, "exportFoundUsers", { body: { query: "private", fields } }),
      await ask(gateway, "exportFoundUsers", {
        body: `{"fi\\u0065lds": "id", "fields": ${JSON.stringify(fields)}}`,
      }),
    ];

    for (const { status, body } of asked)
      expect([status, body.error.code]).toEqual([403, "field_not_editable"]);
    expect(upstream).toEqual([]);
  });

  test.each([
    ["a list", '{"fields":["private_metadata"]}', 422],
    ["null", '{"fields":null}', 422],
    ["what reads as text", '{"fields":{"toString":"private_metadata"}}', 422],
    ["two of it, the last one harmless", '{"fields":"private_metadata","fields":"id"}', 400],
    ["another spelling of it", '{"Fields":"private_metadata"}', 422],
    ["one in the filters", '{"filters":{"fields":"private_metadata"}}', 422],
  ])("columns of an export that are %s are refused", async (_, body, expected) => {
    const { status, text } = await ask(gateway, "exportFoundUsers", { body });

    expect(status).toBe(expected);
    expect(text).not.toContain(secret);
  });

  test("an export that names no columns has those of the API", async () => {
    const through = await ask(gateway, "exportUsers");
    const direct = await new Response(await connect(server).users.exportAll()).text();
    const found = await Promise.all(
      [undefined, "{}", " {\n} ", '\n{ "query": "" }', { masked: false }].map((body) =>
        ask(gateway, "exportFoundUsers", body === undefined ? {} : { body }),
      ),
    );

    for (const { text, headers } of [through, ...found]) {
      expect(text.split("\r\n")[0]).toBe(direct.split("\r\n")[0]);
      expect(headers.get("Content-Disposition")).toMatch(/^attachment; filename="users-/);
    }
  });

  test("the body of an export goes on letter by letter, with its columns before it", async () => {
    const { gateway, upstream } = openGateway(server);
    const sent = ' { "query" : "priv\\u0061te",\n "format":"ndjson" }';

    const { status } = await ask(gateway, "exportFoundUsers", { body: sent });

    expect(status).toBe(200);
    const [, before, after] =
      /^( \{)"fields":"id,[^"]*",(.*)$/s.exec(String(upstream[0]?.body)) ?? [];
    expect([before, after].join("")).toBe(sent);
  });

  test("an app may expose it, both ways", async () => {
    const open = openGateway(server, { exposePrivateMetadata: true }).gateway;

    const changed = await ask(open, "updateUser", { params: { id }, body: { metadata: { a: 1 } } });
    const exported = await ask(open, "exportUsers", { query: { fields: "private_metadata" } });
    const found = await ask(open, "exportFoundUsers", { body: { fields: "private_metadata" } });

    expect(changed.body.private_metadata).toEqual({ crm: secret, a: 1 });
    expect([exported.text, found.text].map((text) => text.includes(secret))).toEqual([true, true]);
  });
});
