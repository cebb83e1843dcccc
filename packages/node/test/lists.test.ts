import type { HelloJohn } from "@hellojohn/node";
import { afterAll, beforeAll, expect, test } from "vitest";
import { forEachDatabase } from "../../server/test/support/database.js";
import { connect, openServer, type TestServer } from "./support/server.js";

forEachDatabase((kind) => {
  let server: TestServer;
  let hj: HelloJohn;
  beforeAll(async () => {
    server = await openServer(kind);
    hj = connect(server);
  });
  afterAll(() => server.close());

  test("a list is walked page by page, and each page is asked for when it is needed", async () => {
    const emails = Array.from({ length: 7 }, (_, i) => `walk-${i}@pages.example`);
    for (const email of emails) await hj.users.create({ email });
    const urls: string[] = [];
    const counting = connect(server, {
      fetch: (url, init) => {
        urls.push(String(url));
        return fetch(url, init);
      },
    });

    const first = await hj.users.list({ search: "pages.example", limit: 3 });
    const second = await hj.users.list({
      search: "pages.example",
      limit: 3,
      cursor: first.nextCursor,
    });
    const walk = counting.users.all({ search: "pages.example", limit: 3 });
    const seen: string[] = [];
    for (let i = 0; i < 3; i++) seen.push((await walk.next()).value?.email ?? "");
    const asked = urls.length;
    for await (const user of walk) seen.push(user.email);

    expect(first).toMatchObject({ total: 7, totalIsEstimate: false, hasMore: true });
    expect(first.data).toBe(first.users);
    expect(second.users.map((user) => user.id)).not.toContain(first.users[0]?.id);
    expect(asked).toBe(1);
    expect(urls).toHaveLength(3);
    expect(urls.join()).not.toContain("pages.example");
    expect(seen.toSorted()).toEqual(emails);
  });

  test("a walk that is left asks for nothing more, and one that is aborted ends", async () => {
    const gone = new AbortController();
    const walk = hj.users.all({ limit: 1, signal: gone.signal });
    await walk.next();
    gone.abort();

    await expect(walk.next()).rejects.toMatchObject({ name: "AbortError" });
  });

  test("filters and searches find the same", async () => {
    const { id } = await hj.users.create({ email: "filtered@example.com", role: "auditor" });
    const { id: orgId } = await hj.organizations.create({ name: "Acme" });
    const member = await hj.organizations.addMember(orgId, { user_id: id, role: "owner" });

    const ids = async (list: Promise<{ users: { id: string }[] }>) =>
      (await list).users.map((user) => user.id);

    expect(member).toMatchObject({ organizationId: orgId, role: "owner" });
    expect(await ids(hj.users.list({ email: "Filtered@example.com" }))).toEqual([id]);
    expect(await ids(hj.users.list({ role: "auditor", mfaEnrolled: false }))).toEqual([id]);
    expect(await ids(hj.users.list({ orgId }))).toEqual([id]);
    expect(await ids(hj.users.search({ query: "filtered", filters: { org: orgId } }))).toEqual([
      id,
    ]);
    expect((await hj.organizations.list({ q: "acme" })).data).toMatchObject([{ id: orgId }]);
    await hj.organizations.removeMember(orgId, id);
    expect(await ids(hj.users.list({ orgId }))).toEqual([]);
  });
});
