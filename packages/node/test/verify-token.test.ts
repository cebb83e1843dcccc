import { generateKeyPairSync } from "node:crypto";
import { type JWTPayload, SignJWT, UnsecuredJWT } from "jose";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { connect, openServer, type TestServer } from "./support/server.js";

let server: TestServer;
let asked: string[] = [];
/** Counts what is fetched; `down` makes the server unreachable. */
let down = false;
const counting: typeof fetch = async (url, init) => {
  asked.push(String(url));
  if (down) throw new TypeError("fetch failed");
  return fetch(url, init);
};
const client = () => connect(server, { fetch: counting, tenantId: server.tenant.id });

beforeAll(async () => {
  server = await openServer("pglite");
});
afterEach(() => {
  asked = [];
  down = false;
  vi.useRealTimers();
});
afterAll(() => server.close());

const now = () => Math.floor(Date.now() / 1000);

/** A token as the server signs it, but for what is said. */
function sign(changes: JWTPayload = {}, header: { kid?: string; key?: CryptoKey } = {}) {
  const { signing } = server.secrets;
  const tenantId = server.tenant.id;
  return new SignJWT({
    ...{ sub: "usr_1", session_id: "ses_1", tenant_id: tenantId, aud: tenantId },
    ...{ role: "member", email: "a@example.com", email_verified: true },
    ...{ public_metadata: { theme_name: "dark" }, iss: server.url, iat: now(), exp: now() + 900 },
    ...changes,
  })
    .setProtectedHeader({ alg: "EdDSA", kid: header.kid ?? signing.kid })
    .sign(header.key ?? signing.key);
}

test("a genuine token is told with its claims", async () => {
  const person = await server.person("claims@example.com");

  const claims = await client().verifyToken(person.token);

  expect(claims).toMatchObject({
    sub: person.id,
    tenantId: server.tenant.id,
    sessionId: expect.stringMatching(/^ses_/),
    role: "member",
    email: "claims@example.com",
    emailVerified: true,
    publicMetadata: {},
  });
  expect(claims.act).toBeUndefined();
});

test("keys inside metadata are the tenant's own, and who acts for someone is told", async () => {
  const claims = await client().verifyToken(await sign({ act: { sub: "key_1", type: "api_key" } }));

  expect(claims.publicMetadata).toEqual({ theme_name: "dark" });
  expect(claims.act).toEqual({ sub: "key_1", type: "api_key" });
});

test("the clocks may be half a minute apart, or as far as is said", async () => {
  const hj = client();
  const late = await sign({ iat: now() - 900, exp: now() - 20 });

  await expect(hj.verifyToken(late)).resolves.toHaveProperty("sub");
  await expect(hj.verifyToken(late, { clockToleranceSeconds: 5 })).rejects.toMatchObject({
    code: "token_expired",
    status: 401,
  });
  await expect(hj.verifyToken(await sign({ exp: now() - 40 }))).rejects.toMatchObject({
    code: "token_expired",
  });
});

test("a token of another tenant is told as such, whether the client knows its tenant or asks for it", async () => {
  const other = await server.addTenant();
  const foreign = await sign({ tenant_id: other.id, aud: other.id });
  const asking = connect(server, { fetch: counting });

  for (const hj of [client(), asking, asking])
    await expect(hj.verifyToken(foreign)).rejects.toMatchObject({
      code: "tenant_mismatch",
      status: 403,
    });
  await expect(asking.verifyToken(await sign())).resolves.toHaveProperty("sub");
  expect(asked.filter((url) => url.endsWith("/permissions"))).toHaveLength(1);
  const both = { audience: [server.tenant.id, other.id] };
  await expect(client().verifyToken(foreign, both)).resolves.toMatchObject({ tenantId: other.id });
});

const strangers: [string, () => Promise<unknown> | unknown][] = [
  ["nothing", () => undefined],
  ["an empty text", () => ""],
  ["a key", () => server.tenant.sk],
  ["another issuer's", () => sign({ iss: "https://evil.example" })],
  ["one without a session", () => sign({ session_id: 7 } as JWTPayload)],
  ["one for another audience", () => sign({ aud: "tnt_other" })],
  ["one for two audiences", () => sign({ aud: [server.tenant.id, "tnt_other"] })],
  ["one without an end", () => sign({ exp: undefined } as unknown as JWTPayload)],
  ["an unsigned one", () => new UnsecuredJWT({ sub: "usr_1" }).encode()],
  [
    "one signed by a text",
    async () =>
      new SignJWT({ sub: "usr_1" })
        .setProtectedHeader({ alg: "HS256", kid: server.secrets.signing.kid })
        .sign(new TextEncoder().encode(JSON.stringify(server.secrets.jwks.keys[0]))),
  ],
  [
    "one signed by another key under our key's name",
    () => sign({}, { key: generateKeyPairSync("ed25519").privateKey as unknown as CryptoKey }),
  ],
  ["one whose payload was changed", async () => (await sign()).replace(/\.(.)/, ".A$1")],
];

test.each(strangers)("%s is no token", async (_, make) => {
  const token = (await make()) as string;

  await expect(client().verifyToken(token)).rejects.toMatchObject({
    name: "HelloJohnError",
    code: "invalid_token",
    status: 401,
  });
});

test("keys are asked for once, however many tokens come, and without the secret key", async () => {
  const fetch = vi.fn<typeof globalThis.fetch>(counting);
  const hj = connect(server, { fetch, tenantId: server.tenant.id });
  const token = await sign();

  await Promise.all(Array.from({ length: 20 }, () => hj.verifyToken(token)));

  expect(asked).toEqual([`${server.url}/.well-known/jwks.json`]);
  expect(JSON.stringify(fetch.mock.calls)).not.toContain(server.tenant.sk);
});

test("an unknown key is looked for at most once in half a minute", async () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  const hj = client();
  await hj.verifyToken(await sign());
  const made = await Promise.all(
    Array.from({ length: 10 }, (_, i) => sign({}, { kid: `made-up-${i}` })),
  );
  const tryAll = () => Promise.allSettled(made.map((token) => hj.verifyToken(token)));

  await tryAll();
  const soon = asked.length;
  vi.setSystemTime(Date.now() + 31_000);
  await tryAll();
  await tryAll();

  expect(soon).toBe(1);
  expect(asked).toHaveLength(2);
});

test("a server that cannot be reached says nothing about a token, and known keys go on", async () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  const hj = client();
  down = true;
  await expect(hj.verifyToken(await sign())).rejects.toMatchObject({ code: "service_unavailable" });
  down = false;
  await hj.verifyToken(await sign());
  down = true;
  vi.setSystemTime(Date.now() + 11 * 60_000);

  await expect(hj.verifyToken(await sign())).resolves.toHaveProperty("sub", "usr_1");
});

test("whether a session lives is asked of the server", async () => {
  const hj = client();
  const person = await server.person("live@example.com");

  const live = await hj.sessions.verify(person.token);
  await hj.sessions.revokeAll(person.id);

  expect(live).toMatchObject({ sub: person.id, session: { userId: person.id } });
  await expect(hj.verifyToken(person.token)).resolves.toHaveProperty("sub", person.id);
  await expect(hj.sessions.verify(person.token)).rejects.toMatchObject({
    code: "session_revoked",
    status: 401,
  });
});
