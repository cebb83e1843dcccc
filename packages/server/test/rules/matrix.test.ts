import type { EndpointName } from "@hellojohn/contract";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Json, openTestApi, password, type TestApi } from "../api/test-api.js";
import { forEachDatabase } from "../support/database.js";
import { type Bearer, expectedCode, makeBearers, spellings } from "./matrix.js";

/** A value that is right for the field, and leaves access as it is. */
const values = (row: Json): Record<string, unknown> => ({
  email: row.email,
  email_verified: true,
  avatar_url: "https://example.com/a.png",
  phone_number: "+14155552671",
  phone: "+14155552671",
  role: row.role,
  roles: [row.role],
  status: "active",
  disabled: false,
  public_metadata: { theme: "dark" },
  private_metadata: { plan: "pro" },
  metadata: { plan: "pro" },
  version: 7,
});

/** What may differ after one field was written. */
const follows: Record<string, string[]> = {
  first_name: ["name"],
  last_name: ["name"],
  phone_number: ["phone_verified"],
  phone: ["phone_number", "phone_verified"],
  metadata: ["private_metadata"],
  email_verified: ["status"],
};

interface Cell {
  spelling: string;
  expected: string;
  body: Record<string, unknown>;
}

forEachDatabase((kind) => {
  let api: TestApi;
  let made: Awaited<ReturnType<typeof makeBearers>>;
  let everyone: string[];
  beforeAll(async () => {
    api = await openTestApi(kind);
    made = await makeBearers(api);
    everyone = (await api.database.sql<{ id: string }>`select id from users order by id`).map(
      (row) => row.id,
    );
  });
  afterAll(() => api.close());

  const rows = async () =>
    (
      await api.database.sql<{ row: string }>`
        select to_jsonb(u)::text as row from users u where id = any(${everyone}) order by id`
    ).map(({ row }) => row);
  const readRow = async (id: string) => JSON.parse(await api.rowOf(id)) as Record<string, unknown>;

  async function cellsFor(id: string, codeOf: (spelling: string) => string): Promise<Cell[]> {
    const known = values(await readRow(id));
    return spellings.map((spelling) => ({
      spelling,
      expected: codeOf(spelling),
      body: { [spelling]: known[spelling] ?? "anything" },
    }));
  }

  /** Sends every refused cell and compares every row, then every allowed one and compares the rest of its row. */
  async function tryCells(
    name: EndpointName,
    { token }: Bearer,
    target: string,
    cells: Cell[],
  ): Promise<void> {
    const answerTo = async (cell: Cell) => {
      const reply = await api.call(name, { token, params: { id: target }, body: cell.body });
      return [cell.spelling, reply.status < 300 ? "ok" : (reply.body.error.code as string)];
    };
    const before = await rows();
    const refused = cells.filter((cell) => cell.expected !== "ok");
    const codes = await Promise.all(refused.map(answerTo));
    expect(codes).toEqual(refused.map((cell) => [cell.spelling, cell.expected]));
    expect(await rows()).toEqual(before);

    for (const cell of cells.filter(({ expected }) => expected === "ok")) {
      // oxlint-disable-next-line no-await-in-loop -- each looks at what the one before left
      const [was, answer, is] = [
        await readRow(target),
        await answerTo(cell),
        await readRow(target),
      ];
      expect(answer).toEqual([cell.spelling, "ok"]);
      const allowed = [cell.spelling, ...(follows[cell.spelling] ?? []), "version", "updated_at"];
      const changed = Object.keys(is).filter(
        (column) => JSON.stringify(is[column]) !== JSON.stringify(was[column]),
      );
      expect(changed.filter((column) => !allowed.includes(column))).toEqual([]);
    }
  }

  const ownerOf = (who: string) => (who.includes("administrator") ? made.admin : made.member);
  const isOwn = (who: string) => !/another|deleted|revoked|expired/.test(who);

  test("what a person may change of herself is what the rules say, for every bearer", async () => {
    for (const [who, bearer] of Object.entries(made.bearers)) {
      const { session } = bearer;
      const own = isOwn(who) ? ownerOf(who) : made.member;
      const code = (spelling: string) =>
        typeof session === "object"
          ? session.code
          : expectedCode(session, spelling, (field) => field !== "publicMetadata");
      // oxlint-disable-next-line no-await-in-loop -- the rows are compared after each bearer
      const cells = await cellsFor(own, code);
      const tried = isOwn(who) ? cells : cells.filter((cell) => cell.expected !== "ok");
      // oxlint-disable-next-line no-await-in-loop -- the rows are compared after each bearer
      await tryCells("updateMe", bearer, own, tried);
    }
  });

  test("metadata of her own is hers alone to change, for every bearer", async () => {
    for (const [who, bearer] of Object.entries(made.bearers)) {
      const { session } = bearer;
      const own = ownerOf(who);
      const code = (spelling: string) => {
        if (typeof session === "object") return session.code;
        if (session === "impersonator") return "impersonation_forbidden";
        return expectedCode("self", spelling, (field) => field === "publicMetadata");
      };
      // oxlint-disable-next-line no-await-in-loop -- the rows are compared after each bearer
      const cells = await cellsFor(own, code);
      const tried = isOwn(who) ? cells : cells.filter((cell) => cell.expected !== "ok");
      // oxlint-disable-next-line no-await-in-loop -- the rows are compared after each bearer
      await tryCells("updateMyMetadata", bearer, own, tried);
    }
  });

  test("what an administrator may change of others is what the rules say, for every bearer", async () => {
    const targets = { member: made.member, admin: made.admin, foreign: made.foreign };
    for (const bearer of Object.values(made.bearers))
      for (const [which, target] of Object.entries(targets)) {
        const { admin } = bearer;
        const isThere = admin === "admin" ? which !== "foreign" : which === "foreign";
        const code = (spelling: string) => {
          if (typeof admin === "object") return admin.code;
          const expected = expectedCode("admin", spelling, () => true);
          return expected === "ok" && !isThere ? "user_not_found" : expected;
        };
        // oxlint-disable-next-line no-await-in-loop -- the rows are compared after each target
        await tryCells("updateUser", bearer, target, await cellsFor(target, code));
      }
  });

  test("nobody signs up as more than a member", async () => {
    const open = ["name", "first_name", "last_name"];
    for (const bearer of Object.values(made.bearers)) {
      const { publishable } = bearer;
      const code = () => (publishable === "visitor" ? "validation_failed" : publishable.code);
      // oxlint-disable-next-line no-await-in-loop -- the rows are compared after each bearer
      const cells = await cellsFor(made.member, code);
      const tried = cells
        .filter(({ spelling }) => ![...open, "email", "password"].includes(spelling))
        .map((cell) => ({
          ...cell,
          body: { email: "climber@example.com", password, ...cell.body },
        }));
      // oxlint-disable-next-line no-await-in-loop -- the rows are compared after each bearer
      await tryCells("signUp", bearer, made.member, tried);
    }
    const climbers = await api.database.sql`select 1 from users where email like 'climber%'`;
    expect(climbers).toEqual([]);
  });
});
