import { messages, type PGlite, protocol } from "@electric-sql/pglite";
import { beforeRows, type Field, holdsError, readRows, type Row } from "./data-rows.js";

const { serialize } = protocol;

interface Prepared {
  name: string;
  fields: Field[];
}

export interface Query {
  text: string;
  values: (string | null)[];
  /** Whether to keep the plan for the next call. */
  fixed: boolean;
}

/** What the library's own reader makes of an answer. It is slow with rows, so only what is not a row is read by it. */
function messagesIn(bytes: Buffer): unknown[] {
  const found: unknown[] = [];
  new protocol.Parser().parse(bytes, (message) => found.push(message));
  return found;
}

function fieldsIn(bytes: Buffer): Field[] {
  const found = messagesIn(beforeRows(bytes));
  return found.find((message) => message instanceof messages.RowDescriptionMessage)?.fields ?? [];
}

/**
 * Talks PostgreSQL's protocol to a PGlite: a statement is parsed and planned once and a call is one message, which takes
 * a tenth of the time of PGlite's own `query`. One call at a time; whoever uses it sees to that.
 */
export function connectPglite(pglite: PGlite) {
  const known = new Map<string, Prepared>();
  let count = 0;

  async function exchange(...parts: Uint8Array[]): Promise<Buffer> {
    const chunks: Uint8Array[] = [];
    await pglite.execProtocolRawStream(Buffer.concat(parts), {
      // Nothing to do in memory, nor in a folder, where the system has every write already.
      syncToFs: false,
      // A chunk is a view of memory that the next one will be written to.
      onRawData: (chunk) => chunks.push(chunk.slice()),
    });
    const bytes = Buffer.concat(chunks);
    if (holdsError(bytes))
      throw messagesIn(bytes).find((message) => message instanceof messages.DatabaseError);
    return bytes;
  }

  /** What goes out with the next message. */
  let ahead: Uint8Array[] = [];

  function send(...parts: Uint8Array[]): Promise<Buffer> {
    const all = [...ahead, ...parts, serialize.sync()];
    ahead = [];
    return exchange(...all);
  }

  const execute = (statement: string, values: (string | null)[]) => [
    serialize.bind({ statement, values }),
    serialize.execute({}),
  ];

  async function first({ text, values }: Query, name: string): Promise<Row[]> {
    const answer = await send(
      serialize.close({ type: "S", name }),
      serialize.parse({ name, text }),
      serialize.describe({ type: "S", name }),
      ...execute(name, values),
    );
    const fields = fieldsIn(answer);
    if (name) known.set(text, { name, fields });
    return readRows(fields, answer);
  }

  return {
    async query(query: Query): Promise<Row[]> {
      const prepared = query.fixed ? known.get(query.text) : undefined;
      if (!prepared) return first(query, query.fixed ? `hj_${++count}` : "");
      return readRows(prepared.fields, await send(...execute(prepared.name, query.values)));
    },
    /** Several statements without parameters. */
    async script(text: string): Promise<void> {
      if (ahead.length > 0) await send();
      await exchange(serialize.query(text));
    },
    /** Begins a transaction together with its first statement: by itself it would cost as much as one. */
    begin(): void {
      ahead = [serialize.parse({ text: "begin" }), ...execute("", [])];
    },
    /** Whether the transaction was kept; after an error in it PostgreSQL takes it back without a word. */
    async commit(): Promise<boolean> {
      const answer = await send(serialize.parse({ text: "commit" }), ...execute("", []));
      return !answer.includes("ROLLBACK");
    },
    /** The next call parses and plans its statement anew. */
    forget: () => known.clear(),
  };
}
