import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { openDatabase } from "../../src/database/open.js";
import { prepareFolder } from "../support/database.js";
import {
  buildServer,
  call,
  type DemoServer,
  signIn,
  startDemo,
} from "../support/server-process.js";

// Each test starts processes, which a busy machine takes its time for.
vi.setConfig({ testTimeout: 180_000 });

beforeAll(buildServer, 120_000);

let folder: string;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "hellojohn-kill-"));
  await prepareFolder(join(folder, "data"));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Writes until the server dies or the writes are used up; answers every version it was told of. */
async function write(server: DemoServer, token: string, writes: { left: number }) {
  const told: number[] = [];
  for (;;) {
    if (writes.left === 0) return told;
    writes.left--;
    try {
      const body = { name: `Name ${writes.left}` };
      const answer = await call(server, "PATCH", "/v1/auth/me", token, body);
      const { version } = await answer.json();
      if (answer.status === 200) told.push(version);
    } catch {
      return told;
    }
  }
}

interface Stored {
  version: number;
  events: number;
}

async function readStore(): Promise<Stored> {
  const database = await openDatabase({ dataDir: join(folder, "data") });
  const [row] = await database.sql<Stored>`
    select version, (select count(*) from audit_events a
      where a.tenant_id = u.tenant_id and a.resource_id = u.id and a.type = 'user.updated') as events
    from users u where email_lower = 'ada@example.com'`;
  await database.close();
  if (!row) throw new Error("Ada is gone");
  return row;
}

test("kill -9 amid 500 writes loses nothing that was acknowledged, nor an audit event", async () => {
  const env = { HELLOJOHN_DATA_DIR: join(folder, "data") };
  const writes = { left: 500 };
  let newest = 0;

  for (const killAfter of [40, 170, 290]) {
    const server = await startDemo(env);
    const token = await signIn(server);
    const writers = [1, 2, 3, 4].map(() => write(server, token, writes));
    while (500 - writes.left < killAfter) await new Promise((resolve) => setTimeout(resolve, 1));
    expect(await server.signal("SIGKILL")).toEqual({ code: null, signal: "SIGKILL" });
    const told = (await Promise.all(writers)).flat();
    newest = Math.max(newest, ...told);
    expect(told.length).toBeGreaterThan(0);

    const stored = await readStore();

    expect(stored.version).toBeGreaterThanOrEqual(newest);
    expect(stored.events).toBe(stored.version - 1);
  }

  const server = await startDemo(env);
  const told = await write(server, await signIn(server), writes);
  await server.signal("SIGTERM");
  expect((await readStore()).version).toBe(Math.max(...told));
});
