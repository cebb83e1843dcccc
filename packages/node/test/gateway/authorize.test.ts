import { type Endpoint, endpoints } from "@hellojohn/contract";
import {
  createGateway,
  type GatewayOperation,
  gatewayOperations,
  type GatewayOptions,
} from "@hellojohn/node/gateway";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { forEachDatabase } from "../../../server/test/support/database.js";
import { ask, type Asking, openGateway, requestFor } from "../support/gateway.js";
import { openServer, type TestServer } from "../support/server.js";

type Authorize = GatewayOptions["authorize"];

const secretKey = "sk_test_0123456789_abcdefghijklmnop";

describe("anything but true and a list of names is a refusal", () => {
  const never = () => new Promise<never>(() => {});
  const failures: [string, () => unknown][] = [
    ["undefined", () => undefined],
    ["null", () => null],
    ["false", () => false],
    ['"true"', () => "true"],
    ["1", () => 1],
    ["an object", () => ({ ok: true })],
    ["an object that looks like a list", () => ({ 0: "listUsers", length: 1 })],
    ["a set", () => new Set(["listUsers"])],
    ["a name outside a list", () => "listUsers"],
    ["an empty list", () => []],
    ["a list with an unknown name", () => ["listUsers", "everything"]],
    ["a list with a name of JavaScript's own", () => ["listUsers", "constructor"]],
    ["a list with true in it", () => ["listUsers", true]],
    ["a list of lists", () => [["listUsers"]]],
    ["true, boxed", () => Object(true)],
    ["a promise of undefined", async () => undefined],
    ["a promise of an answer", async () => new Response()],
    ["a function", () => () => true],
    ["a promise in a list", () => [Promise.resolve("listUsers")]],
    ["no answer in time", never],
    ["a promise that fails", async () => Promise.reject(new Error("no database"))],
    [
      "a throw",
      () => {
        throw new Error(secretKey);
      },
    ],
    [
      "a thrown true",
      () => {
        // oxlint-disable-next-line no-throw-literal -- someone will
        throw true;
      },
    ],
    [
      "a list that fails when it is read",
      () =>
        new Proxy(["listUsers"], {
          get: () => {
            throw new Error("no");
          },
        }),
    ],
  ];

  test.each(failures)("%s", async (_, authorize) => {
    const calls: unknown[] = [];
    const gateway = createGateway({
      secretKey,
      authorize: authorize as Authorize,
      authorizeTimeoutMs: 20,
      fetch: async (...call) => Response.json(calls.push(call)),
    });

    for (const name of ["listUsers", "getPermissions"] as const) {
      const answer = await ask(gateway, name);

      expect(answer.status).toBe(403);
      expect(answer.body.error.code).toBe("insufficient_permissions");
      expect(answer.text).not.toContain(secretKey);
    }
    expect(calls).toEqual([]);
  });
});

test("a gateway without a way to tell who may do what is not made", () => {
  const options = { secretKey } as unknown as GatewayOptions;

  expect(() => createGateway(options)).toThrow(/needs `authorize`/);
});

test("it is asked at every call, with the request and what the framework knows of it", async () => {
  const asked: [string, string | null, unknown][] = [];
  const gateway = createGateway({
    secretKey,
    authorize: async (request, context) => {
      const body = await request.text();
      asked.push([body, request.headers.get("Cookie"), context]);
      return true;
    },
    fetch: async (_, init) => new Response(init?.body ?? "{}"),
  });
  const request = () =>
    requestFor("disableUser", {
      params: { id: "usr_1" },
      body: { reason: "Spam" },
      headers: { Cookie: "s=1" },
    });

  const first = await gateway(request(), { user: "boss" });
  await gateway(request());

  expect(asked).toEqual([
    ['{"reason":"Spam"}', "s=1", { user: "boss" }],
    ['{"reason":"Spam"}', "s=1", undefined],
  ]);
  // Its reading the body takes nothing from what is sent on.
  expect(await first.json()).toEqual({ reason: "Spam" });
});

test("the list of operations holds what the table needs, and no settings, keys or log entries", () => {
  const all = Object.entries<Endpoint>(endpoints).flatMap(([name, { bearer, path }]) =>
    bearer !== "admin" || /^\/v2\/.*\/users\b/.test(path) ? [] : [name],
  );

  const operations: readonly string[] = gatewayOperations;
  expect(all.filter((name) => !operations.includes(name)).toSorted()).toEqual([
    "addMember",
    "createAuditEvent",
    "createOrganization",
    "getAuthConfig",
    "getSession",
    "listSessions",
    "removeMember",
    "updateAuthConfig",
  ]);
});

forEachDatabase((kind) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await openServer(kind);
  });
  afterAll(() => server.close());

  const bodies: Partial<Record<GatewayOperation, (id: string) => object>> = {
    searchUsers: () => ({ query: "a" }),
    exportFoundUsers: () => ({ query: "a" }),
    createUser: () => ({ email: `${crypto.randomUUID()}@example.com` }),
    updateUser: () => ({ name: "Ada" }),
    setUserPassword: () => ({ password: "a-long-enough-password" }),
    revealUser: () => ({ fields: ["email"] }),
    bulkDisable: (id) => ({ user_ids: [id] }),
    impersonate: (id) => ({ user_id: id, reason: "Support" }),
  };

  async function askingFor(name: GatewayOperation): Promise<Asking> {
    const { id } = await server.person(`${crypto.randomUUID()}@example.com`);
    const session = await server.database.sql<{ id: string }>`
      select id from sessions where user_id = ${id}`;
    const isSession = name === "revokeSession";
    const body = bodies[name]?.(id);
    return {
      params: { id: isSession ? String(session[0]?.id) : id, factorId: "fac_none" },
      ...(body ? { body } : {}),
    };
  }

  const others = (name: string) => gatewayOperations.filter((it) => it !== name);
  const answers: [string, (name: GatewayOperation) => unknown, (name: string) => boolean][] = [
    ["true", () => true, (name) => name !== "impersonate"],
    ["its own name", (name) => [name], () => true],
    ["every other name", (name) => others(name), (name) => name === "getPermissions"],
    ["a name the gateway does not have", () => ["updateAuthConfig"], () => false],
    ["false", () => false, () => false],
  ];
  const cells = gatewayOperations.flatMap((name) =>
    answers.map(([said, answer, may]) => ({ name, said, answer: answer(name), may: may(name) })),
  );
  const open = (answer: unknown) => openGateway(server, { authorize: (() => answer) as Authorize });

  test.each(cells.filter((cell) => cell.may))("$name goes through with $said", async (cell) => {
    const { name } = cell;
    const { gateway, upstream } = open(cell.answer);

    const { status, body } = await ask(gateway, name, await askingFor(name));

    // HelloJohn itself says that this factor is not there.
    const isThere = name !== "removeUserFactor";
    expect([status < 300, body?.error?.code]).toEqual([
      isThere,
      isThere ? undefined : "factor_not_found",
    ]);
    expect(upstream.map(({ method }) => method)).toEqual([endpoints[name].method]);
  });

  test.each(cells.filter((cell) => !cell.may))("$name is refused with $said", async (cell) => {
    const { gateway, upstream } = open(cell.answer);

    const { status, body } = await ask(gateway, cell.name, await askingFor(cell.name));

    expect([status, body.error.code]).toEqual([403, "insufficient_permissions"]);
    expect(upstream).toEqual([]);
  });

  test("the table is told the rights of the key as far as the caller has them", async () => {
    const limited = await server.tenant.addKey("secret", ["users:read", "audit:read"]);
    const permissions = async (authorize: Authorize, key = server.tenant.sk) => {
      const { gateway } = openGateway(server, { authorize, secretKey: key });
      return (await ask(gateway, "getPermissions")).body;
    };

    const all = await permissions(() => true);
    const some = await permissions(() => ["listUsers", "disableUser", "updateAuthConfig"]);
    const both = await permissions(() => ["listUsers", "disableUser"], limited);
    const named = await permissions(() => [...gatewayOperations]);

    expect(all.operations.toSorted()).toEqual(others("impersonate").toSorted());
    expect(all.scopes).not.toContain("*");
    expect(some).toMatchObject({
      scopes: ["users:read", "users:write"],
      operations: ["getPermissions", "listUsers", "disableUser"],
    });
    expect(both).toMatchObject({
      scopes: ["users:read"],
      operations: ["getPermissions", "listUsers"],
    });
    expect(named.operations).toContain("impersonate");
  });
});
