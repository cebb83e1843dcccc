// The floor: the same SQL on the same driver behind a bare node:http, and behind a bare Hono.
import { createServer } from "node:http";
import { serve } from "@hono/node-server";
import { hash, verify } from "@node-rs/argon2";
import { Hono } from "hono";
import { PGlite } from "@electric-sql/pglite";
import { connectDatabase } from "../../packages/server/dist/database/open.js";
import { pgliteDatabase, pgliteOptions } from "../../packages/server/dist/database/pglite.js";
import { loadSecrets } from "../../packages/server/dist/secrets.js";
import { sealCursor } from "../../packages/server/dist/services/admin/cursor.js";
import { selectionOf } from "../../packages/server/dist/services/admin/user-query.js";
import { findSignedIn } from "../../packages/server/dist/store/sessions.js";
import { sorts } from "./programs.mjs";

const { DATABASE_URL: databaseUrl, HELLOJOHN_DATA_DIR: dataDir, TENANT_ID: tenantId } = process.env;
const pglite = databaseUrl ? undefined : await PGlite.create({ dataDir, ...pgliteOptions });
const database = pglite ? pgliteDatabase(pglite) : await connectDatabase({ databaseUrl, dataDir });
const { sql } = database;
const secrets = await loadSecrets(database);

const template = (...texts) => Object.assign(texts, { raw: texts });
const pages = Object.fromEntries(
  Object.entries(sorts).map(([sort, { key, order }]) => [
    sort,
    template(
      "select * from users where tenant_id = ",
      ` order by ${key} ${order}, id ${order} limit 50`,
    ),
  ]),
);
const readPage = (query) => sql(pages[query.get("sort")], tenantId);

async function timesOf(run, count = 300) {
  const times = [];
  for (let i = 0; i < count; i++) {
    const from = performance.now();
    // oxlint-disable-next-line no-await-in-loop -- one after the other is what is measured
    await run();
    times.push(performance.now() - from);
  }
  return times.toSorted((a, b) => a - b)[count >> 1];
}

/** A cursor that stands where nine tenths of the users lie behind it. */
async function deepCursor(sort) {
  const { key, order } = sorts[sort];
  const [{ users }] = await sql`select count(*) as users from users where tenant_id = ${tenantId}`;
  const text = `select ${key}::text as key, id from users where tenant_id = `;
  const rest = ` order by ${key} ${order}, id ${order} limit 1 offset `;
  const [place] = await sql(template(text, rest, ""), tenantId, Math.floor(users * 0.9));
  const position = { key: place.key, id: place.id, total: users, isEstimate: true };
  return sealCursor(secrets, ["users", selectionOf(tenantId, { sort })], position);
}

const settings = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const password = "x".repeat(16);
const kept = hash(password, settings);

const actions = {
  page: readPage,
  me: (query) => findSignedIn(sql, tenantId, query.get("session")),
  sqlTime: async (query) => ({
    p50: await timesOf(() => readPage(query)),
    // By the library's own means, for whoever measures without the server's reader of rows.
    own:
      pglite &&
      (await timesOf(() => pglite.query(pages[query.get("sort")].join("$1"), [tenantId]))),
  }),
  cursor: async (query) => ({ cursor: await deepCursor(query.get("sort")) }),
  verify: async () => ({ right: await verify(await kept, password) }),
  async argon() {
    const from = performance.now();
    let count = 0;
    const one = async () => {
      // oxlint-disable-next-line no-await-in-loop -- as many at once as there are workers
      for (; performance.now() - from < 4000; count++) await hash(password, settings);
    };
    await Promise.all([one(), one(), one(), one()]);
    return { rate: (count * 1000) / (performance.now() - from) };
  },
};

const answer = (url) => {
  const { pathname, searchParams } = new URL(url, "http://127.0.0.1");
  return actions[pathname.slice(1)](searchParams);
};
const http = createServer(async (request, response) => {
  response.setHeader("Content-Type", "application/json");
  response.end(JSON.stringify(await answer(request.url)));
});
const hono = new Hono().get("/:action", async (c) => c.json(await answer(c.req.url)));

const listening = new Promise((resolve) => http.listen(0, "127.0.0.1", resolve));
const honoServer = await new Promise((resolve) => {
  const server = serve({ fetch: hono.fetch, port: 0, hostname: "127.0.0.1" }, () =>
    resolve(server),
  );
});
await listening;
const urlOf = (server) => `http://127.0.0.1:${server.address().port}`;
console.log(JSON.stringify({ url: urlOf(http), honoUrl: urlOf(honoServer) }));
process.once("SIGTERM", async () => {
  await database.close();
  process.exit(0);
});
