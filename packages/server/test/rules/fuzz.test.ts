import { type EndpointName, endpoints } from "@hellojohn/contract";
import { schemas, type EndpointSchemas } from "@hellojohn/contract/schemas";
import { afterAll, beforeAll, expect, test } from "vitest";
import { toJSONSchema, type ZodMiniType } from "zod/mini";
import { openTestApi, type TestApi } from "../api/test-api.js";

const times = Number(process.env["HELLOJOHN_FUZZ"] ?? 2000);

/** The same numbers at every run, so that a failure can be seen again. */
function makeChance(seed: number) {
  let state = seed;
  return (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const chance = makeChance(20_261_121);
const pick = <T>(items: readonly T[]): T => items[chance(items.length)] as T;

/** JSON texts, some of which no value in JavaScript has. */
const oddities = [
  ...["null", "true", "0", "-1", "1e400", "9007199254740993", '""', '" "', "[]", "{}", "[[[[]]]]"],
  ...[
    '"\\u0000"',
    '"\\ud800"',
    '"\\u202e"',
    '"％"',
    '"<script>"',
    '"a@b.co"',
    '"ada＠example.com"',
  ],
  ...['"javascript:alert(1)"', '"https://example.com/a.png"', '"+14155552671"', '"admin"'],
  ...[
    '{"__proto__":{"role":"admin"}}',
    '{"constructor":1}',
    '{"theme":{"a":null}}',
    '"1h"',
    '"$1"',
  ],
  ...['"\'; drop table users; --"', '"000000"', '"correct-horse-battery"', `"${"x".repeat(2000)}"`],
];

const strayKeys = ["role", "id", "__proto__", "toString", "a.b", "", "\u0000", "emailVerified"];

interface Shape {
  properties?: Record<string, Shape>;
}

const shapeOf = (schema: ZodMiniType | undefined): Shape =>
  schema ? (toJSONSchema(schema, { io: "input", unrepresentable: "any" }) as Shape) : {};

/** A body of the schema's own names, with values that mostly do not belong there. */
function bodyFor({ properties = {} }: Shape, depth = 0): string {
  const names = Object.keys(properties).filter(() => chance(3) > 0);
  if (chance(4) === 0) names.push(pick(strayKeys));
  if (chance(20) === 0 && names[0] !== undefined) names.push(names[0]);
  const entries = names.map((name) => {
    const inner = Object.hasOwn(properties, name) ? properties[name] : undefined;
    const value = inner?.properties && depth < 2 ? bodyFor(inner, depth + 1) : pick(oddities);
    return `${JSON.stringify(name)}:${value}`;
  });
  const text = `{${entries.join(",")}}`;
  return chance(25) === 0 ? text.slice(0, chance(text.length + 1)) : text;
}

const oddHeaders = ['"1"', "*", "1", 'W/"1"', '"x"', '"1","2"', "é", "x".repeat(300)];

let api: TestApi;
beforeAll(async () => {
  api = await openTestApi("pglite");
});
afterAll(() => api.close());

test("whatever is sent, the answer is one that the schemas describe and never a 5xx", async () => {
  const names = Object.keys(endpoints) as EndpointName[];
  const shapes = new Map(
    names.map((name) => [name, shapeOf((schemas[name] as EndpointSchemas).body)]),
  );
  const admin = await api.person("fuzz-admin@example.com", { role: "admin" });
  const signIn = async () => (await api.person(`fuzz${chance(2 ** 31)}@example.com`)).token;
  let token = await signIn();
  const failures: string[] = [];

  for (let round = 0; round < times; round++) {
    const name = pick(names);
    const { method, bearer } = endpoints[name];
    // What ends the session, or costs a hash, is tried less often.
    if (/signUp|signOut|deleteMe|Password/.test(name) && chance(4) > 0) continue;
    const bearers = { session: token, publishable: api.tenant.pk, none: undefined };
    const own = bearer === "admin" ? pick([api.tenant.sk, admin.token]) : bearers[bearer];
    const body = method === "GET" ? undefined : bodyFor(shapes.get(name) ?? {});
    const ids = [admin.id, "usr_1", "..", "%00", api.tenant.id, "x".repeat(300), "é"];
    const params = {
      id: encodeURIComponent(pick(ids)),
      tenantId: encodeURIComponent(pick([api.tenant.id, "tnt_x", "..", "\u0000"])),
    };
    const headers = {
      ...(chance(10) === 0 ? { "If-Match": encodeURI(pick(oddHeaders)) } : {}),
      ...(chance(10) === 0 ? { "Idempotency-Key": encodeURI(pick(oddHeaders)) } : {}),
      ...(chance(30) === 0 ? { "Content-Type": pick(["text/plain", "application/json"]) } : {}),
    };
    try {
      // oxlint-disable-next-line no-await-in-loop -- a failure is told with what led to it
      const reply = await api.call(name, { token: own, body, params, headers });
      if (reply.status >= 500) failures.push(`${name} ${reply.status} ${body}`);
      // oxlint-disable-next-line no-await-in-loop -- the next round needs a session
      if (reply.status === 401 && own === token) token = await signIn();
    } catch (error) {
      failures.push(`${name} ${String(error)} ${body}`);
    }
  }

  expect(failures).toEqual([]);
}, 600_000);
