import { messages, type PGlite, protocol, types } from "@electric-sql/pglite";
import { parsers } from "./types.js";

const { serialize } = protocol;

type Fields = messages.RowDescriptionMessage["fields"];
type Row = Record<string, unknown>;

interface Prepared {
  name: string;
  fields: Fields;
}

const none: Fields = [];
const asText = (text: string): unknown => text;
const readerOf = (type: number) => parsers[type] ?? types.parsers[type] ?? asText;

function readRows(fields: Fields, answers: readonly unknown[]): Row[] {
  const readers = fields.map(({ name, dataTypeID }) => ({ name, read: readerOf(dataTypeID) }));
  const rows: Row[] = [];
  for (const answer of answers) {
    if (!(answer instanceof messages.DataRowMessage)) continue;
    const row: Row = {};
    for (const [index, { name, read }] of readers.entries()) {
      const text = answer.fields[index];
      row[name] = typeof text === "string" ? read(text) : null;
    }
    rows.push(row);
  }
  return rows;
}

const fieldsIn = (answers: readonly unknown[]): Fields =>
  answers.find((answer) => answer instanceof messages.RowDescriptionMessage)?.fields ?? none;

export interface Query {
  text: string;
  values: (string | null)[];
  /** Whether to keep the plan for the next call. */
  fixed: boolean;
}

/**
 * Talks PostgreSQL's protocol to a PGlite: a statement is parsed and planned once and a call is one message, which takes
 * a fifth of the time of PGlite's own `query`. One call at a time; whoever uses it sees to that.
 */
export function connectPglite(pglite: PGlite) {
  const known = new Map<string, Prepared>();
  let count = 0;

  async function send(...parts: Uint8Array[]): Promise<readonly unknown[]> {
    const { messages: answers } = await pglite.execProtocol(
      Buffer.concat([...parts, serialize.sync()]),
      { throwOnError: true },
    );
    return answers;
  }

  const execute = (statement: string, values: (string | null)[]) => [
    serialize.bind({ statement, values }),
    serialize.execute({}),
  ];

  async function first({ text, values }: Query, name: string): Promise<Row[]> {
    const answers = await send(
      serialize.close({ type: "S", name }),
      serialize.parse({ name, text }),
      serialize.describe({ type: "S", name }),
      ...execute(name, values),
    );
    const fields = fieldsIn(answers);
    if (name) known.set(text, { name, fields });
    return readRows(fields, answers);
  }

  return {
    async query(query: Query): Promise<Row[]> {
      const prepared = query.fixed ? known.get(query.text) : undefined;
      if (!prepared) return first(query, query.fixed ? `hj_${++count}` : "");
      return readRows(prepared.fields, await send(...execute(prepared.name, query.values)));
    },
    /** Whether the transaction was kept; after an error in it PostgreSQL takes it back without a word. */
    async commit(): Promise<boolean> {
      const answers = await send(serialize.parse({ text: "commit" }), ...execute("", []));
      return !answers.some(
        (answer) => answer instanceof messages.CommandCompleteMessage && answer.text === "ROLLBACK",
      );
    },
    /** The next call parses and plans its statement anew. */
    forget: () => known.clear(),
  };
}
