import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestApi, password, type TestApi } from "../api/test-api.js";
import { forEachDatabase } from "../support/database.js";
import { type Cell, makeFieldCells } from "./field-cells.js";
import { type Bearer, expectedCode, makeBearers } from "./matrix.js";

forEachDatabase((kind) => {
  let api: TestApi;
  let made: Awaited<ReturnType<typeof makeBearers>>;
  let fields: ReturnType<typeof makeFieldCells>;
  beforeAll(async () => {
    api = await openTestApi(kind);
    made = await makeBearers(api);
    fields = makeFieldCells(api);
  });
  afterAll(() => api.close());

  const ownerOf = (who: string) => (who.includes("administrator") ? made.admin : made.member);
  const isOwn = (who: string) => !/another|deleted|revoked|expired/.test(who);
  const tried = (who: string, cells: Cell[]) =>
    isOwn(who) ? cells : cells.filter((cell) => cell.expected !== "ok");

  test("what a person may change of herself is what the rules say, for every bearer", async () => {
    for (const [who, bearer] of Object.entries(made.bearers)) {
      const { session } = bearer;
      const id = isOwn(who) ? ownerOf(who) : made.member;
      const code = (spelling: string) =>
        typeof session === "object"
          ? session.code
          : expectedCode(session, spelling, (field) => field !== "publicMetadata");
      const cells = tried(who, await fields.cellsFor(id, code));
      await fields.tryChanges("updateMe", bearer, { id, cells });
    }
  }, 120_000);

  test("metadata of her own is hers alone to change, for every bearer", async () => {
    for (const [who, bearer] of Object.entries(made.bearers)) {
      const { session } = bearer;
      const id = ownerOf(who);
      const code = (spelling: string) => {
        if (typeof session === "object") return session.code;
        if (session === "impersonator") return "impersonation_forbidden";
        return expectedCode("self", spelling, (field) => field === "publicMetadata");
      };
      const cells = tried(who, await fields.cellsFor(id, code));
      await fields.tryChanges("updateMyMetadata", bearer, { id, cells });
    }
  }, 120_000);

  const targets = () => ({
    member: made.member,
    "an administrator": made.admin,
    "another administrator": made.secondAdmin,
    foreign: made.foreign,
  });

  test("what an administrator may change of others is what the rules say, for every bearer", async () => {
    for (const bearer of Object.values(made.bearers))
      for (const [which, id] of Object.entries(targets())) {
        const { admin } = bearer;
        const isThere = (admin === "stranger") === (which === "foreign");
        const code = (spelling: string) => {
          if (typeof admin === "object") return admin.code;
          const expected = expectedCode("admin", spelling, () => true);
          return expected === "ok" && !isThere ? "user_not_found" : expected;
        };
        await fields.tryChanges("updateUser", bearer, {
          ...{ id, cells: await fields.cellsFor(id, code) },
        });
      }
  }, 120_000);

  /** v2 names the role in a list, and the tenant in the path. */
  const expectedInV2 = (
    admin: Bearer["admin"],
    spelling: string,
    takes: (field: string) => boolean,
  ) => {
    if (typeof admin === "object") return admin.code;
    const expected =
      spelling === "roles"
        ? "ok"
        : expectedCode("admin", spelling, (field) => field !== "role" && takes(field));
    return expected === "ok" && admin === "stranger" ? "tenant_not_found" : expected;
  };

  test("v2 lets nobody change more, for every bearer", async () => {
    for (const bearer of Object.values(made.bearers))
      for (const [which, id] of Object.entries(targets())) {
        const code = (spelling: string) => {
          const expected = expectedInV2(bearer.admin, spelling, () => true);
          return expected === "ok" && which === "foreign" ? "user_not_found" : expected;
        };
        await fields.tryChanges("updateTenantUser", bearer, {
          ...{ id, cells: await fields.cellsFor(id, code) },
        });
      }
  }, 120_000);

  let number = 0;
  const withAddress = (cells: Cell[]) =>
    cells.map(({ body, ...cell }) => ({
      ...cell,
      body: { ...body, email: `made${number++}@example.com` },
    }));
  const notStatus = (field: string) => field !== "status";

  test("who makes a user says of her what the rules say, for every bearer", async () => {
    for (const bearer of Object.values(made.bearers)) {
      const { admin } = bearer;
      const code = (spelling: string) => {
        if (typeof admin === "object") return admin.code;
        return spelling === "password" ? "ok" : expectedCode("admin", spelling, notStatus);
      };
      const cells = withAddress(await fields.cellsFor(made.member, code));
      await fields.tryCreations("createUser", bearer, cells);
      const v2 = (spelling: string) =>
        expectedInV2(admin, spelling === "password" ? "roles" : spelling, notStatus);
      const others = withAddress(await fields.cellsFor(made.member, v2));
      await fields.tryCreations("createTenantUser", bearer, others);
    }
  }, 120_000);

  test("nobody signs up as more than a member", async () => {
    const open = ["name", "first_name", "last_name", "email", "password"];
    for (const bearer of Object.values(made.bearers)) {
      const { publishable } = bearer;
      const code = () => (publishable === "visitor" ? "validation_failed" : publishable.code);
      const cells = (await fields.cellsFor(made.member, code))
        .filter(({ spelling }) => !open.includes(spelling))
        .map((cell) => ({
          ...cell,
          body: { email: "climber@example.com", password, ...cell.body },
        }));
      await fields.tryRefused("signUp", bearer, { id: made.member, cells });
    }
    const climbers = await api.database.sql`select 1 from users where email like 'climber%'`;
    expect(climbers).toEqual([]);
  });
});
