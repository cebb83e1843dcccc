import { createHash } from "node:crypto";
import pg from "pg";
import { isPassing, isStalePlan, readable, TakenBackError } from "./errors.js";
import { type Database, type Sql, statement } from "./sql.js";
import { parsers } from "./types.js";

const names = new Map<string, string>();

/** A statement's name on the wire: prepared once for each connection, by its text. */
function nameOf(text: string): string {
  let name = names.get(text);
  if (name === undefined) {
    name = `hj_${createHash("sha256").update(text).digest("base64url").slice(0, 20)}`;
    names.set(text, name);
  }
  return name;
}

const reader = (type: number, format?: "text" | "binary") =>
  parsers[type] ?? pg.types.getTypeParser(type, format);

type Connection = Pick<pg.ClientBase, "query">;

function sqlOn(connection: Connection): Sql {
  const sql = async <Row>(strings: TemplateStringsArray, ...values: unknown[]): Promise<Row[]> => {
    const { text, values: parameters, fixed } = statement(strings, values);
    const query = { text, values: parameters, ...(fixed ? { name: nameOf(text) } : {}) };
    return (await connection.query(query)).rows as Row[];
  };
  return Object.assign(sql, {
    script: async (text: string) => void (await connection.query(text)),
  });
}

const attempts = 4;

/** A PostgreSQL server, version 15 or newer. */
export function openPostgres(databaseUrl: string, onIdleError: (error: Error) => void): Database {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: 10,
    connectionTimeoutMillis: 5000,
    application_name: "hellojohn-server",
    types: { getTypeParser: reader as typeof pg.types.getTypeParser },
  });
  pool.on("error", onIdleError);
  // The pool does not listen to a connection that is in use; unheard, its end would end the process.
  pool.on("connect", (client) => client.on("error", onIdleError));

  async function once<T>(run: (sql: Sql) => Promise<T>, atomic: boolean): Promise<T> {
    const client = await pool.connect();
    let broken = false;
    try {
      if (!atomic) return await run(sqlOn(client));
      await client.query("begin");
      const answer = await run(sqlOn(client));
      // After an error in it PostgreSQL takes a transaction back without a word.
      if ((await client.query("commit")).command === "ROLLBACK") throw new TakenBackError();
      return answer;
    } catch (error) {
      if (atomic) await client.query("rollback").catch(() => (broken = true));
      if (isStalePlan(error)) broken = true;
      throw error;
    } finally {
      client.release(broken);
    }
  }

  async function withRetry<T>(run: (sql: Sql) => Promise<T>, atomic: boolean): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await once(run, atomic);
      } catch (error) {
        if (attempt >= attempts || !(isPassing(error) || isStalePlan(error))) throw readable(error);
        await new Promise((resolve) => setTimeout(resolve, 10 * attempt * Math.random()));
      }
    }
  }

  const sql = <Row>(strings: TemplateStringsArray, ...values: unknown[]): Promise<Row[]> =>
    withRetry((inner) => inner<Row>(strings, ...values), false);

  return {
    kind: "postgres",
    sql: Object.assign(sql, {
      script: (text: string) => withRetry((inner) => inner.script(text), false),
    }),
    transaction: (run) => withRetry(run, true),
    close: () => pool.end(),
  };
}
