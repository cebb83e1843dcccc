import { afterAll, beforeAll, expect, test } from "vitest";
import { forEachDatabase } from "../support/database.js";
import { openTestApi, type TestApi } from "./test-api.js";

forEachDatabase((kind) => {
  let api: TestApi;
  beforeAll(async () => {
    api = await openTestApi(kind);
  });
  afterAll(() => api.close());

  const create = async (name: string, token = api.tenant.sk) =>
    (await api.call("createOrganization", { token, body: { name } })).body.id as string;
  const list = (query: Record<string, string>, token = api.tenant.sk) =>
    api.request("GET", `/v1/organizations?${new URLSearchParams(query)}`, { token });
  const add = (id: string, body: object, token = api.tenant.sk) =>
    api.call("addMember", { token, params: { id }, body });
  const remove = (id: string, userId: string, token = api.tenant.sk) =>
    api.call("removeMember", { token, params: { id, userId } });
  const eventsOf = (id: string) => api.database.sql<{ type: string; metadata: object }>`
    select type, metadata from audit_events
    where resource_id = ${id} and type like 'membership.%' order by id`;

  test("an organization is made, and the log says so", async () => {
    const { status, body } = await api.call("createOrganization", {
      token: api.tenant.sk,
      body: { name: "  Analytical Engines " },
    });

    expect(status).toBe(201);
    expect(body).toMatchObject({ name: "Analytical Engines", created_at: api.now().toISOString() });
    expect(await api.auditTypes(String(body.id))).toEqual(["organization.created"]);
    const blank = await api.call("createOrganization", {
      token: api.tenant.sk,
      body: { name: " " },
    });
    expect(blank.body.error.fields).toMatchObject({ name: [{ code: "required" }] });
  });

  test("organizations are listed by name, whatever its case, and each is met once", async () => {
    const { sk } = await api.addTenant();
    for (const name of ["beta", "Alpha", "élan", "Beta", "Étoile", "alpha", "Gamma"])
      await create(name, sk);
    const names: string[] = [];
    let cursor: string | null = "";
    while (cursor !== null) {
      const { body } = await list({ limit: "2", ...(cursor && { cursor }) }, sk);
      names.push(...(body.data as { name: string }[]).map((each) => each.name));
      cursor = body.pagination.next_cursor as string | null;
      expect(body.pagination).toMatchObject({ limit: 2, has_more: cursor !== null });
    }

    expect(names).toEqual(["Alpha", "alpha", "beta", "Beta", "Gamma", "élan", "Étoile"]);
  });

  test("a search finds parts of names and takes signs for signs", async () => {
    const { sk } = await api.addTenant();
    for (const name of ["100% Cotton", "100 Acres", "Élan_Vital"]) await create(name, sk);
    const found = async (q: string) =>
      ((await list({ q }, sk)).body.data as { name: string }[]).map((each) => each.name);

    expect(await found("cotton")).toEqual(["100% Cotton"]);
    expect(await found("%")).toEqual(["100% Cotton"]);
    expect(await found("_")).toEqual(["Élan_Vital"]);
    expect(await found("éLAN")).toEqual(["Élan_Vital"]);
    expect(await found("  ")).toHaveLength(3);
    expect((await list({ q: "\0" }, sk)).status).toBe(422);
  });

  test("a cursor holds for its tenant and search alone, however long the name it stands at", async () => {
    const [one, other] = [await api.addTenant(), await api.addTenant()];
    for (const { sk } of [one, other])
      for (const first of ["a", "b"]) await create(first + "🏔".repeat(199), sk);

    const cursor = (await list({ limit: "1" }, one.sk)).body.pagination.next_cursor as string;

    expect((await list({ cursor }, one.sk)).body.data).toHaveLength(1);
    for (const refused of [
      await list({ cursor }, other.sk),
      await list({ cursor, q: "a" }, one.sk),
      await list({ cursor: `${cursor}A` }, one.sk),
    ])
      expect(refused.body.error.code).toBe("invalid_cursor");
  });

  test("a user is added, given another role and removed, each told once", async () => {
    const id = await create("Membership");
    const user_id = await api.addUser("member@example.com");

    const added = await add(id, { user_id });
    const changed = await add(id, { user_id, role: "owner" });
    const kept = await add(id, { user_id });
    const user = await api.request("GET", `/v1/users/${user_id}?include=organizations`, {
      token: api.tenant.sk,
    });
    const removed = await remove(id, user_id);

    expect(added.body).toMatchObject({ organization_id: id, name: "Membership", role: "member" });
    expect(changed.body).toEqual({ ...added.body, role: "owner" });
    expect(kept.body).toEqual(changed.body);
    expect(user.body.organizations).toEqual([changed.body]);
    expect(removed.status).toBe(204);
    expect(await eventsOf(user_id)).toEqual([
      { type: "membership.added", metadata: { organization_id: id, role: "member" } },
      {
        type: "membership.changed",
        metadata: { organization_id: id, role: "owner", previous_role: "member" },
      },
      { type: "membership.removed", metadata: { organization_id: id, role: "owner" } },
    ]);
    expect((await remove(id, user_id)).body.error.code).toBe("not_found");
  });

  test("of many who add a member at once, one does", async () => {
    const id = await create("Crowd");
    const user_id = await api.addUser("crowd@example.com");

    const replies = await Promise.all(Array.from({ length: 10 }, () => add(id, { user_id })));

    expect(replies.map((reply) => reply.status)).toEqual(Array.from({ length: 10 }, () => 200));
    expect(await eventsOf(user_id)).toHaveLength(1);
  });

  test("who goes takes her memberships along", async () => {
    const id = await create("Left");
    const person = await api.person("leaver@example.com");
    await add(id, { user_id: person.id });

    const body = { current_password: "correct-horse-battery" };
    expect((await api.call("deleteMe", { token: person.token, body })).status).toBe(204);

    expect((await remove(id, person.id)).body.error.code).toBe("user_not_found");
    expect(await api.database.sql`select 1 from memberships where user_id = ${person.id}`).toEqual(
      [],
    );
  });

  test("what is another tenant's does not exist", async () => {
    const other = await api.addTenant();
    const [own, theirs] = [await create("Own"), await create("Theirs", other.sk)];
    const user_id = await api.addUser("one@example.com");
    const stranger = await api.addUser("two@example.com", { tenantId: other.id });

    expect((await add(theirs, { user_id })).body.error.code).toBe("not_found");
    expect((await add("org%00", { user_id })).body.error.code).toBe("not_found");
    expect((await add(own, { user_id: stranger })).body.error.code).toBe("user_not_found");
    expect((await add(own, { user_id: "usr\0" })).body.error.code).toBe("user_not_found");
    expect((await remove(theirs, stranger)).body.error.code).toBe("not_found");
    const names = (await list({}, other.sk)).body.data as { name: string }[];
    expect(names.map((each) => each.name)).toEqual(["Theirs"]);
    expect(
      await api.database.sql`select 1 from memberships
      where user_id in (${user_id}, ${stranger})`,
    ).toEqual([]);
  });

  test("reading and writing take their scopes", async () => {
    const id = await create("Scoped");
    const user_id = await api.addUser("scoped@example.com");
    const reader = await api.tenant.addKey("secret", ["users:read"]);
    const none = await api.tenant.addKey("secret", ["audit:read"]);
    const headers = { "X-Tenant-ID": "tnt_other" };

    expect((await list({}, reader)).status).toBe(200);
    for (const refused of [
      await list({}, none),
      await api.call("createOrganization", { token: reader, body: { name: "X" } }),
      await add(id, { user_id }, reader),
      await remove(id, user_id, reader),
    ])
      expect(refused.body.error.code).toBe("insufficient_permissions");
    const mismatch = await api.request("GET", "/v1/organizations", { token: reader, headers });
    expect(mismatch.body.error.code).toBe("tenant_mismatch");
  });
});
