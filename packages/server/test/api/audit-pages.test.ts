import { afterAll, beforeAll, expect, test } from "vitest";
import { makeId } from "../../src/store/ids.js";
import { forEachDatabase } from "../support/database.js";
import { type Json, openTestApi, type TestApi } from "./test-api.js";

forEachDatabase((kind) => {
  let api: TestApi;
  beforeAll(async () => {
    api = await openTestApi(kind);
  });
  afterAll(() => api.close());

  const list = (query: Record<string, string | number>, token = api.tenant.sk) => {
    const search = new URLSearchParams(
      Object.entries(query).map(([name, value]) => [name, String(value)]),
    );
    return api.request("GET", `/v1/audit-logs?${search}`, { token });
  };
  const write = (body: object, token = api.tenant.sk) =>
    api.call("createAuditEvent", { token, body });
  const idsIn = ({ body }: { body: Json }) => (body.data as { id: string }[]).map(({ id }) => id);

  /** The ids of every page, and the totals each page told. */
  async function walk(query: Record<string, string | number>, token = api.tenant.sk) {
    const ids: string[] = [];
    const totals = new Set<number>();
    let cursor: string | null = "";
    while (cursor !== null) {
      const reply = await list({ ...query, ...(cursor && { cursor }) }, token);
      expect(reply.status).toBe(200);
      ids.push(...idsIn(reply));
      totals.add(reply.body.meta.total as number);
      cursor = reply.body.meta.cursor as string | null;
    }
    return { ids, totals: [...totals] };
  }

  test("a walk over pages meets each event once, whatever is written meanwhile", async () => {
    const tenant = await api.addTenant();
    const written: string[] = [];
    for (let number = 0; number < 7; number++)
      written.push((await write({ type: "step.done" }, tenant.sk)).body.id as string);
    await write({ type: "other.thing" }, tenant.sk);

    const first = await list({ type: "step.*", limit: 3 }, tenant.sk);
    await write({ type: "step.late" }, tenant.sk);
    const cursor = first.body.meta.cursor as string;
    const second = await list({ type: "step.*", limit: 2, cursor }, tenant.sk);

    expect([...idsIn(first), ...idsIn(second)]).toEqual(written.toReversed().slice(0, 5));
    expect(second.body.meta).toMatchObject({ total: 7, limit: 2 });
    const whole = await walk({ type: "step.done", limit: 2 }, tenant.sk);
    expect(whole).toEqual({ ids: written.toReversed(), totals: [7] });
  });

  test("a cursor holds for its tenant and conditions alone", async () => {
    const other = await api.addTenant();
    for (let number = 0; number < 3; number++) {
      await write({ type: "turn.page" });
      await write({ type: "turn.page" }, other.sk);
    }
    const cursor = (await list({ type: "turn.page", limit: 1 })).body.meta.cursor as string;
    const flipped = `${cursor.slice(0, 20)}${cursor[20] === "A" ? "B" : "A"}${cursor.slice(21)}`;
    const codeOf = async (query: Record<string, string>, token = api.tenant.sk) =>
      (await list({ type: "turn.page", ...query }, token)).body.error?.code as string | undefined;

    expect(await codeOf({ cursor })).toBeUndefined();
    for (const forged of [
      flipped,
      cursor.slice(0, -1),
      `${cursor}!`,
      "x",
      btoa('{"last":"evt_1"}'),
    ])
      expect(await codeOf({ cursor: forged })).toBe("invalid_cursor");
    expect(await codeOf({ cursor, type: "turn.*" })).toBe("invalid_cursor");
    expect(await codeOf({ cursor, source: "api" })).toBe("invalid_cursor");
    expect(await codeOf({ cursor }, other.sk)).toBe("invalid_cursor");
  });

  test("up to ten thousand matches are counted and more are estimated", async () => {
    const { id: tenantId, sk } = await api.addTenant();
    const copy = async (many: number) => {
      await api.database.sql`
        insert into audit_events (tenant_id, id, type, actor_type, created_at)
        select ${tenantId}, ${makeId("evt")} || n, 'many.things', 'anonymous', now()
        from generate_series(1, ${many}::int) as n`;
      await api.database.sql.script("analyze audit_events");
    };
    await copy(10_000);
    const counted = await list({ limit: 1, type: "many.*" }, sk);
    await copy(20_000);

    const estimated = await list({ limit: 1, type: "many.*" }, sk);
    const { cursor } = estimated.body.meta as { cursor: string };
    const next = await list({ limit: 1, type: "many.*", cursor }, sk);

    expect(counted.body.meta).toMatchObject({ total: 10_000, total_is_estimate: false });
    expect(estimated.body.meta.total_is_estimate).toBe(true);
    expect(estimated.body.meta.total).toBeGreaterThan(20_000);
    expect(estimated.body.meta.total).toBeLessThan(45_000);
    expect(next.body.meta.total).toBe(estimated.body.meta.total);
  });
});
