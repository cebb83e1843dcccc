// What is measured; each row is a promise, a figure and whether it holds.
import { password } from "./data.mjs";
import { load, sorts, startServer } from "./programs.mjs";

const ms = (value) => `${value.toFixed(value < 10 ? 1 : 0)} ms`;
const times = (value) => `${value.toFixed(2)} ×`;
export const row = (what, promise, figure, holds) => ({ what, promise, figure, holds });

async function call({ url }, path, { token, ...init }) {
  const headers = { Authorization: `Bearer ${token}`, "Content-Type": "application/json" };
  const answer = await fetch(url + path, { ...init, headers });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return answer.json();
}

/** From the spawn of the process to the first answer about a user. */
export async function startRow(store) {
  const from = performance.now();
  const server = await startServer(store);
  await call(server, "/v1/users?limit=1", { token: store.secret_key });
  const took = performance.now() - from;
  await server.stop();
  return row("spawn to first JSON", "≤ 1.5 s", ms(took), took <= 1500);
}

/**
 * Eight callers who sign in, and two who read meanwhile. On two cores they, and what answers the readers, take from
 * hashing what no server could give back; so the raw rate is that of a bare route under the very same calls.
 */
const whileReading = (signing, reading) =>
  Promise.all([
    load({ ...signing, connections: 8 }),
    load({ calls: reading, connections: 2, rate: 50 }),
  ]);

/** What the bare routes say of themselves, before the server may open the folder. */
export async function floor(bare, session) {
  const ask = async (path) => (await fetch(bare.url + path)).json();
  const said = { pages: {}, cursors: {}, routes: {} };
  for (const sort of Object.keys(sorts)) {
    said.pages[sort] = await ask(`/sqlTime?sort=${sort}`);
    said.cursors[sort] = (await ask(`/cursor?sort=${sort}`)).cursor;
    said.routes[sort] = (await load({ calls: [{ url: `${bare.url}/page?sort=${sort}` }] })).p50;
  }
  const me = [{ url: `${bare.honoUrl}/me?session=${session}` }];
  said.me = (await load({ calls: me, connections: 20 })).rate;
  said.argon = (await ask("/argon")).rate;
  [{ rate: said.verify }] = await whileReading({ calls: [{ url: `${bare.honoUrl}/verify` }] }, me);
  return said;
}

/** Someone who may sign in, and her session. */
export async function signIn(server, { secret_key, publishable_key: token }) {
  const path = "/v1/users?limit=1&status=active&role=member";
  const [{ email }] = (await call(server, path, { token: secret_key })).data;
  const body = JSON.stringify({ email, password });
  return (await call(server, "/v1/auth/sign-in", { token, method: "POST", body })).session;
}

/** The middle of three readings of each, in turn: a machine is not as quick in one second as in the next. */
async function inTurn(get, paths) {
  const readings = paths.map(() => []);
  for (let round = 0; round < 3; round++)
    for (const [at, path] of paths.entries()) readings[at].push((await get(path, 2)).p50);
  return readings.map((each) => each.toSorted((a, b) => a - b)[1]);
}

async function pageRows(get, { pages, cursors, routes }) {
  const rows = [];
  for (const sort of Object.keys(sorts)) {
    const path = `/v1/users?limit=50&sort=${sort}`;
    const [first, deep] = await inTurn(get, [path, `${path}&cursor=${cursors[sort]}`]);
    const { p50, own = p50 } = pages[sort];
    // The server reads PGlite's rows faster than PGlite does; that must not count against its pages.
    const quicker = own === p50 ? "" : ` by PGlite's own query, ${ms(p50)} by the server's`;
    const beside = `${ms(first)}; SQL ${ms(own)}${quicker}; bare route ${ms(routes[sort])}`;
    const ratio = first / own;
    rows.push(row(`page by ${sort}`, "≤ 2 × SQL", `${times(ratio)} (${beside})`, ratio <= 2));
    const depth = deep / first;
    rows.push(row("… at 90 % depth", "≤ 1.5 × first", times(depth), depth <= 1.5));
  }
  return rows;
}

async function searchRows(get, { kind, oldest }) {
  const most = kind === "postgres" ? 5 : 10;
  const rare = (await get(`/v1/users?limit=50&q=${oldest}`)).p50;
  const rows = [row("search, rare term", `p50 ≤ ${most} ms`, ms(rare), rare <= most)];
  for (const q of ["a", "gr", "tu", "zq"]) {
    const { p50 } = await get(`/v1/users?limit=50&q=${q}`);
    rows.push(row(`search "${q}"`, "p50 ≤ 20 ms", ms(p50), p50 <= 20));
  }
  return rows;
}

async function writeRow(url, { secret_key: token, people }) {
  const calls = people.map(({ id }, n) => ({
    ...{ url: `${url}/v1/users/${id}`, method: "PATCH", token },
    body: { first_name: `Ada ${n}` },
  }));
  const { rate, p99, failed } = await load({ calls, connections: 20 });
  const figure = `${rate.toFixed(0)}/s, p99 ${ms(p99)}${failed ? `, ${failed} failed` : ""}`;
  const holds = rate >= 300 && p99 <= 250 && failed === 0;
  return row("PATCH + audit event", "≥ 300/s, p99 ≤ 250 ms", figure, holds);
}

async function signInRow(url, { publishable_key: token, people }, { said, access }) {
  const calls = people.map(({ email }) => ({
    ...{ url: `${url}/v1/auth/sign-in`, method: "POST", token, body: { email, password } },
  }));
  const [signing, reading] = await whileReading({ calls }, [
    { url: `${url}/v1/auth/me`, token: access },
  ]);
  const ratio = signing.rate / said.verify;
  const rates = [signing.rate, said.verify, said.argon].map((rate) => `${rate.toFixed(0)}/s`);
  const beside = `${rates[0]} of ${rates[1]}; ${rates[2]} with nothing beside it`;
  const figure = `${times(ratio)} (${beside}), others' p99 ${ms(reading.p99)}`;
  const promise = "≥ 0.9 × argon2id, p99 ≤ 250 ms";
  return row("sign-in", promise, figure, ratio >= 0.9 && reading.p99 <= 250);
}

/** Everything asked of one running server. */
export async function serverRows(server, store, { said, access }) {
  const { url } = server;
  const get = (path, seconds = 4) =>
    load({ calls: [{ url: url + path, token: store.secret_key }], seconds });
  const { data: people } = await call(server, "/v1/users?limit=100&status=active&role=member", {
    token: store.secret_key,
  });
  const [{ email }] = (
    await call(server, "/v1/users?limit=1&order=asc", { token: store.secret_key })
  ).data;
  const known = { ...store, people, oldest: encodeURIComponent(email.split("@")[0]) };
  const pages = await pageRows(get, said);
  // After the pages, as the bare route was asked: compilers have had the same time for both.
  const me = await load({ calls: [{ url: `${url}/v1/auth/me`, token: access }], connections: 20 });
  const share = me.rate / said.me;
  const rates = `${me.rate.toFixed(0)}/s of ${said.me.toFixed(0)}/s`;
  const rows = [
    row("GET /v1/auth/me", "≥ 0.6 × Hono", `${times(share)} (${rates})`, share >= 0.6),
    ...pages,
    ...(await searchRows(get, known)),
    await writeRow(url, known),
    await signInRow(url, known, { said, access }),
  ];
  const most = store.kind === "postgres" ? 200 : 700;
  const memory = server.memory();
  return [...rows, row("memory", `< ${most} MB`, `${memory.toFixed(0)} MB`, memory < most)];
}
