import type { EndpointName } from "@hellojohn/contract";
import { expect } from "vitest";
import { type Json, password, type TestApi } from "../api/test-api.js";
import { type Bearer, spellings } from "./matrix.js";

type Row = Record<string, unknown>;

/** A value that is right for the field, and leaves access as it is. */
const valuesFor = (row: Json): Record<string, unknown> => ({
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
  password,
});

/** What may differ after one field was written. */
const follows: Record<string, string[]> = {
  first_name: ["name"],
  last_name: ["name"],
  phone_number: ["phone_verified"],
  phone: ["phone_number", "phone_verified"],
  metadata: ["private_metadata"],
  password: ["password_hash"],
};

export interface Cell {
  spelling: string;
  expected: string;
  body: Record<string, unknown>;
}

/** Tries one field after the other of a body, and looks at every row of a user. */
export function makeFieldCells(api: TestApi) {
  const { sql } = api.database;

  const rows = async (): Promise<string[]> =>
    (
      await sql<{
        row: string;
      }>`select to_jsonb(u)::text as row from users u order by tenant_id, id`
    ).map(({ row }) => row);

  const made = sql<{ name: string }>`
    select column_name as name from information_schema.columns
    where table_name = 'users'
      and (is_generated = 'ALWAYS' or column_name in ('search_text', 'sort_name'))`;

  /** Without what the database makes of the rest. */
  async function readRow(id: string): Promise<Row> {
    const row = JSON.parse(await api.rowOf(id)) as Row;
    for (const { name } of await made) delete row[name];
    return row;
  }

  async function cellsFor(id: string, codeOf: (spelling: string) => string): Promise<Cell[]> {
    const known = valuesFor(await readRow(id));
    return spellings.map((spelling) => ({
      spelling,
      expected: codeOf(spelling),
      body: { [spelling]: known[spelling] ?? "anything" },
    }));
  }

  const send = async (name: EndpointName, { token }: Bearer, sent: { id: string; body: Row }) =>
    api.call(name, { token, params: { id: sent.id, tenantId: api.tenant.id }, body: sent.body });
  const codeOf = ({ status, body }: { status: number; body: Json }): string =>
    status < 300 ? "ok" : body.error.code;

  function expectOnly(spelling: string, was: Row, is: Row): void {
    const own = ["version", "updated_at"];
    const allowed = [spelling, ...(follows[spelling] ?? []), ...own];
    const changed = Object.keys(is).filter(
      (column) => JSON.stringify(is[column]) !== JSON.stringify(was[column]),
    );
    expect(changed.filter((column) => !allowed.includes(column))).toEqual([]);
  }

  /** Sends every refused cell at once, and compares every row. */
  async function tryRefused(name: EndpointName, bearer: Bearer, at: { id: string; cells: Cell[] }) {
    const before = await rows();
    const refused = at.cells.filter((cell) => cell.expected !== "ok");
    const codes = await Promise.all(
      refused.map(async ({ spelling, body }) => [
        spelling,
        codeOf(await send(name, bearer, { id: at.id, body })),
      ]),
    );
    expect(codes).toEqual(refused.map((cell) => [cell.spelling, cell.expected]));
    expect(await rows()).toEqual(before);
  }

  return {
    cellsFor,
    tryRefused,

    /** Sends every refused cell and compares every row, then every allowed one and compares the rest of its row. */
    async tryChanges(name: EndpointName, bearer: Bearer, at: { id: string; cells: Cell[] }) {
      await tryRefused(name, bearer, at);
      for (const { spelling, expected, body } of at.cells) {
        if (expected !== "ok") continue;
        const was = await readRow(at.id);
        const answer = codeOf(await send(name, bearer, { id: at.id, body }));
        expect([spelling, answer]).toEqual([spelling, "ok"]);
        expectOnly(spelling, was, await readRow(at.id));
      }
    },

    /** The same for what makes a user: each allowed cell is compared to one made of an address alone. */
    async tryCreations(name: EndpointName, bearer: Bearer, cells: Cell[]) {
      await tryRefused(name, bearer, { id: "", cells });
      const allowed = cells.filter((cell) => cell.expected === "ok");
      const plain = allowed.find((cell) => cell.spelling === "email");
      if (!plain) return;
      const made = await Promise.all(
        allowed.map((cell) => send(name, bearer, { id: "", body: cell.body })),
      );
      expect(made.map(codeOf)).toEqual(allowed.map(() => "ok"));
      const was = await readRow(made[allowed.indexOf(plain)]?.body.id);
      for (const [index, { spelling }] of allowed.entries()) {
        const is = await readRow(made[index]?.body.id);
        const own = { id: was["id"], email: was["email"], created_at: was["created_at"] };
        expectOnly(spelling, was, { ...is, ...own });
      }
    },
  };
}
