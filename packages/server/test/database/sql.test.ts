import { afterAll, beforeAll, expect, test } from "vitest";
import { type Database, raw } from "../../src/database/sql.js";
import { forEachDatabase, openTestDatabase } from "../support/database.js";

forEachDatabase((kind) => {
  let database: Database;

  beforeAll(async () => {
    database = await openTestDatabase(kind);
    await database.sql.script("create table things (id int primary key, note text, bag jsonb)");
  });

  afterAll(() => database.close());

  test("values are read the same way on both databases", async () => {
    const at = new Date("2026-01-02T03:04:05.678Z");

    const [row] = await database.sql`
      select ${at}::timestamptz as at, 9007199254740991::int8 as big, count(*) as many, 1.5::numeric as part,
        ${{ a: [1, null] }}::jsonb as bag, ${["a", "b"]}::text[] as list, ${null}::text as nothing,
        ${undefined}::text as absent, '2026-01-02'::date as day, ${true}::boolean as yes, ${7}::int as seven,
        ${JSON.stringify(["x"])}::jsonb as json_list, array[1, 2]::int8[] as bigs`;

    expect(row).toEqual({
      at,
      big: Number.MAX_SAFE_INTEGER,
      many: 1,
      part: 1.5,
      bag: { a: [1, null] },
      list: ["a", "b"],
      nothing: null,
      absent: null,
      day: "2026-01-02",
      yes: true,
      seven: 7,
      json_list: ["x"],
      bigs: [1, 2],
    });
  });

  test("raw pieces become text and leave the other values as parameters", async () => {
    const column = raw("note");

    await database.sql`insert into things (id, ${column}) values (${1}, ${"it's"})`;

    expect(await database.sql`select id, ${column} from things where id = ${1}`).toEqual([
      { id: 1, note: "it's" },
    ]);
  });

  test("a transaction that throws leaves nothing behind", async () => {
    const failed = database.transaction(async (sql) => {
      await sql`insert into things (id) values (2)`;
      throw new Error("changed my mind");
    });

    await expect(failed).rejects.toThrow("changed my mind");
    expect(await database.sql`select id from things where id = 2`).toEqual([]);
  });

  test("a transaction that hides the failure of a statement is not reported as kept", async () => {
    const hidden = database.transaction(async (sql) => {
      await sql`insert into things (id) values (6)`;
      await sql`insert into things (id) values (6)`.catch(() => {});
    });

    await expect(hidden).rejects.toThrow(/taken back/);
    expect(await database.sql`select id from things where id = 6`).toEqual([]);
  });

  test("lists, bytes and signs arrive as they were sent", async () => {
    const list = ["plain", "", "NULL", `a "quoted" \\ {brace}`, "1,2", null, "ünï", "new\nline"];

    const [row] = await database.sql`
      select ${list}::text[] as list, ${[1, null, 3]}::int[] as ints, ${[]}::text[] as empty,
        ${[true, false]}::boolean[] as flags, encode(${new Uint8Array([0, 255])}::bytea, 'hex') as bytes,
        ${"it's \\ $1 %"}::text as text, ${-1.5}::float8 as part, ${{ q: '\\"' }}::jsonb as bag`;

    expect(row).toMatchObject({
      list,
      ints: [1, null, 3],
      empty: [],
      bytes: "00ff",
      text: "it's \\ $1 %",
      part: -1.5,
      bag: { q: '\\"' },
    });
  });

  test("an error leaves the connection fit for the next call", async () => {
    for (let round = 0; round < 3; round++) {
      await expect(database.sql`insert into things (id) values (1)`).rejects.toMatchObject({
        code: "23505",
      });
      await expect(database.sql`select no_such_column from things`).rejects.toMatchObject({
        code: "42703",
      });
      expect(await database.sql`select ${round}::int as round`).toEqual([{ round }]);
    }
  });

  test("concurrent transactions lose no update", async () => {
    await database.sql`insert into things (id, note) values (3, '0')`;

    await Promise.all(
      Array.from({ length: 20 }, () =>
        database.transaction(async (sql) => {
          const [row] = await sql<{
            note: string;
          }>`select note from things where id = 3 for update`;
          await sql`update things set note = ${String(Number(row?.note) + 1)} where id = 3`;
        }),
      ),
    );

    expect(await database.sql`select note from things where id = 3`).toEqual([{ note: "20" }]);
  });

  test("two transactions that lock crosswise both come through", async () => {
    await database.sql`insert into things (id, note) values (4, 'a'), (5, 'b')`;
    const move = (first: number, second: number) =>
      database.transaction(async (sql) => {
        await sql`update things set note = note || '.' where id = ${first}`;
        await new Promise((resolve) => setTimeout(resolve, 50));
        await sql`update things set note = note || '.' where id = ${second}`;
      });

    await Promise.all([move(4, 5), move(5, 4)]);

    expect(await database.sql`select note from things where id in (4, 5) order by id`).toEqual([
      { note: "a.." },
      { note: "b.." },
    ]);
  });

  test("text that PostgreSQL cannot hold is the caller's mistake", async () => {
    const refusals = await Promise.allSettled([
      database.sql`select ${"a\0b"}::text as text`,
      database.sql`select (${{ a: "\0" }}::jsonb) -> 'a' as bag`,
    ]);

    for (const refusal of refusals)
      expect(refusal).toMatchObject({
        reason: { name: "HelloJohnError", code: "validation_failed" },
      });
    await expect(database.sql`select 1 as one`).resolves.toEqual([{ one: 1 }]);
  });

  test("a changed table does not break a prepared statement", async () => {
    const read = () => database.sql`select * from shapes`;
    await database.sql.script("create table shapes (a int); insert into shapes values (1)");
    await read();

    await database.sql.script("alter table shapes add column b int default 2");

    expect(await read()).toEqual([{ a: 1, b: 2 }]);
  });
});
