import { mkdirSync } from "node:fs";
import { PGlite } from "@electric-sql/pglite";
import { btree_gin } from "@electric-sql/pglite/contrib/btree_gin";
import { pg_trgm } from "@electric-sql/pglite/contrib/pg_trgm";
import { lockDirectory } from "./directory-lock.js";
import { isStalePlan, readable, TakenBackError } from "./errors.js";
import { connectPglite } from "./pglite-connection.js";
import { type Database, type Sql, statement } from "./sql.js";

const isMemory = (dataDir: string): boolean => dataDir.startsWith("memory://");

/** Options of every PGlite that holds this store. */
export const pgliteOptions = { extensions: { pg_trgm, btree_gin } };

/** Hands out the one connection in turn. */
function makeTurns() {
  let last: Promise<unknown> = Promise.resolve();
  return <T>(run: () => Promise<T>): Promise<T> => {
    const turn = last.then(run);
    last = turn.catch(() => {});
    return turn;
  };
}

/** A running PGlite as the store. */
export function pgliteDatabase(pglite: PGlite, onClosed: () => void = () => {}): Database {
  const connection = connectPglite(pglite);
  const inTurn = makeTurns();

  async function direct<Row>(strings: TemplateStringsArray, ...values: unknown[]): Promise<Row[]> {
    const query = statement(strings, values);
    try {
      return (await connection.query(query)) as Row[];
    } catch (error) {
      if (isStalePlan(error)) connection.forget();
      throw readable(error);
    }
  }
  const { script } = connection;
  const inner: Sql = Object.assign(direct, { script });

  async function atomic<T>(run: (sql: Sql) => Promise<T>): Promise<T> {
    connection.begin();
    try {
      const answer = await run(inner);
      if (!(await connection.commit())) throw new TakenBackError();
      return answer;
    } catch (error) {
      await inner`rollback`;
      throw error;
    }
  }

  /** A table changed under a prepared statement: nothing ran yet, so it may run again. */
  const again = <T>(run: () => Promise<T>) =>
    inTurn(() =>
      run().catch((error: unknown) => (isStalePlan(error) ? run() : Promise.reject(error))),
    );

  const single = <Row>(strings: TemplateStringsArray, ...values: unknown[]): Promise<Row[]> =>
    again(() => direct<Row>(strings, ...values));

  return {
    kind: "pglite",
    sql: Object.assign(single, { script: (text: string) => inTurn(() => script(text)) }),
    transaction: (run) => again(() => atomic(run)),
    close: async () => {
      await inTurn(() => pglite.close());
      onClosed();
    },
  };
}

/** PostgreSQL inside this process. A folder belongs to one process at a time: two would lose each other's rows. */
export async function openPglite(dataDir: string, prepared?: Blob): Promise<Database> {
  if (!isMemory(dataDir)) mkdirSync(dataDir, { recursive: true });
  const unlock = isMemory(dataDir) ? () => {} : lockDirectory(dataDir);
  try {
    const dump = prepared ? { loadDataDir: prepared } : {};
    return pgliteDatabase(await PGlite.create({ dataDir, ...pgliteOptions, ...dump }), unlock);
  } catch (error) {
    unlock();
    throw error;
  }
}
