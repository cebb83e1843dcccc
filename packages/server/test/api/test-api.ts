import { isDeepStrictEqual } from "node:util";
import { type EndpointName, endpoints } from "@hellojohn/contract";
import { type EndpointSchemas, errorWire, schemas } from "@hellojohn/contract/schemas";
import pino from "pino";
import { readConfig } from "../../src/config.js";
import { createApp } from "../../src/http/app.js";
import { loadSecrets } from "../../src/secrets.js";
import { hashPassword } from "../../src/services/password-hash.js";
import { insertKey, type KeyScope, makeKey } from "../../src/store/api-keys.js";
import { makeId } from "../../src/store/ids.js";
import { insertTenant } from "../../src/store/tenants.js";
import { type DatabaseKind, openTestDatabase } from "../support/database.js";

// oxlint-disable-next-line typescript/no-explicit-any -- an answer is looked into by the tests that know it
export type Json = any;

export interface Reply {
  status: number;
  body: Json;
  headers: Headers;
}

export interface Asked {
  token?: string | undefined;
  body?: unknown;
  params?: Record<string, string>;
  query?: Record<string, string>;
  headers?: Record<string, string>;
  ip?: string;
}

export const password = "correct-horse-battery";
const passwordHash = hashPassword(password);

/** Throws when an answer is not what the schemas say, or says more than they do. */
function assertDeclared(name: EndpointName, { status, body }: Reply): void {
  const own: EndpointSchemas = schemas[name];
  const success = own.status ?? 200;
  if (status >= 400) {
    errorWire.parse(body);
    const known = ["code", "message", "status", "request_id", "fields", "current", "challenge_id"];
    const stray = Object.keys(body.error).filter((key) => !known.includes(key));
    if (stray.length > 0 || body.error.status !== status)
      throw new Error(`${name} refuses with ${JSON.stringify(body)}`);
    return;
  }
  if (status !== success) throw new Error(`${name} answers ${status} instead of ${success}`);
  if (own.stream) return;
  if (!own.reply ? body !== undefined : !isDeepStrictEqual(own.reply.parse(body), body))
    throw new Error(`${name} answers more than its schema: ${JSON.stringify(body)}`);
}

/** The whole API over a store of its own, with a tenant, a clock to turn, and every answer checked. */
export async function openTestApi(kind: DatabaseKind, env: Record<string, string> = {}) {
  const database = await openTestDatabase(kind);
  const secrets = await loadSecrets(database);
  let now = new Date();
  let nudges = 0;
  const app = createApp({
    ...{ database, secrets, log: pino({ level: "silent" }), clock: () => now },
    config: readConfig({ HELLOJOHN_RATE_LIMIT_SCALE: "10000", ...env }),
    mail: { nudge: () => void nudges++ },
  });

  async function request(method: string, path: string, asked: Asked = {}): Promise<Reply> {
    const { token, body, headers = {}, ip = "192.0.2.1" } = asked;
    const isText = typeof body === "string" || body instanceof Uint8Array;
    const answer = await app.request(
      path,
      {
        method,
        headers: {
          ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
          ...(body === undefined ? {} : { "Content-Type": "application/json" }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: isText ? (body as BodyInit) : JSON.stringify(body) }),
      },
      { incoming: { socket: { remoteAddress: ip } } },
    );
    const text = await answer.text();
    const isJson = answer.headers.get("content-type")?.startsWith("application/json");
    return {
      status: answer.status,
      body: text && isJson ? JSON.parse(text) : text || undefined,
      headers: answer.headers,
    };
  }

  async function call(name: EndpointName, asked: Asked = {}): Promise<Reply> {
    const { method, path } = endpoints[name];
    const real = path.replace(/:(\w+)/g, (_, key: string) => asked.params?.[key] ?? `:${key}`);
    const query = asked.query ? `?${new URLSearchParams(asked.query)}` : "";
    const reply = await request(method, real + query, asked);
    assertDeclared(name, reply);
    return reply;
  }

  async function addTenant(config = {}) {
    const id = await insertTenant(database.sql, { name: "Acme", config });
    const addKey = async (kindOfKey: "secret" | "publishable", scopes: KeyScope[] = []) => {
      const key = makeKey(id, kindOfKey, "test");
      await insertKey(database.sql, { tenantId: id, kind: kindOfKey, key, scopes });
      return key;
    };
    return { id, addKey, pk: await addKey("publishable"), sk: await addKey("secret", ["*"]) };
  }
  const tenant = await addTenant({ userEditableMetadataKeys: ["theme", "language"] });

  /** A person who can sign in, put straight into the store. */
  async function addUser(email: string, { role = "member", tenantId = tenant.id } = {}) {
    const id = makeId("usr");
    await database.sql`insert into users (tenant_id, id, email, email_verified, name, role, password_hash)
      values (${tenantId}, ${id}, ${email}, true, 'Ada', ${role}, ${await passwordHash})`;
    return id;
  }

  async function signIn(email: string, pk = tenant.pk): Promise<Json> {
    const reply = await call("signIn", { token: pk, body: { email, password } });
    if (reply.status !== 200) throw new Error(JSON.stringify(reply.body));
    return reply.body;
  }

  /** A new person, signed in: her id and her tokens. */
  async function person(email: string, options: { role?: string } = {}) {
    const id = await addUser(email, options);
    const { session } = await signIn(email);
    return { id, email, token: String(session.access_token), session };
  }

  /** The row as the database has it, byte for byte. */
  async function rowOf(id: string): Promise<string> {
    const [row] = await database.sql<{ row: string }>`
      select to_jsonb(u)::text as row from users u where id = ${id}`;
    return String(row?.row);
  }

  return {
    ...{ database, secrets, app, request, call, tenant, addTenant, addUser, signIn, person, rowOf },
    now: () => now,
    nudges: () => nudges,
    advance: (seconds: number) => void (now = new Date(now.getTime() + seconds * 1000)),
    /** The mails to an address, the newest first, each with the token of its link. */
    async mailTo(recipient: string) {
      const rows = await database.sql<{ kind: string; links: string[] }>`
        select kind, links from outbox where recipient = ${recipient} order by created_at desc, id desc`;
      return rows.map(({ kind: of, links: [link] }) => ({
        kind: of,
        token: link?.split("#token=")[1],
      }));
    },
    auditTypes: async (resourceId: string) =>
      (
        await database.sql<{ type: string }>`
          select type from audit_events where resource_id = ${resourceId} order by id`
      ).map((row) => row.type),
    close: () => database.close(),
  };
}

export type TestApi = Awaited<ReturnType<typeof openTestApi>>;
