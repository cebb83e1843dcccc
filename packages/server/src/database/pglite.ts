import { mkdirSync } from "node:fs";
import { PGlite } from "@electric-sql/pglite";
import { pg_trgm } from "@electric-sql/pglite/contrib/pg_trgm";
import { lockDirectory } from "./directory-lock.js";
import { readable } from "./errors.js";
import { type Database, type Sql, statement } from "./sql.js";
import { parsers } from "./types.js";

type Connection = Pick<PGlite, "query" | "exec">;

function sqlOn(connection: Connection): Sql {
  const sql = async <Row>(strings: TemplateStringsArray, ...values: unknown[]): Promise<Row[]> => {
    const { text, values: parameters } = statement(strings, values);
    try {
      return (await connection.query<Row>(text, parameters)).rows;
    } catch (error) {
      throw readable(error);
    }
  };
  return Object.assign(sql, {
    script: async (text: string) => void (await connection.exec(text)),
  });
}

const isMemory = (dataDir: string): boolean => dataDir.startsWith("memory://");

/** Options of every PGlite that holds this store. */
export const pgliteOptions = { extensions: { pg_trgm }, parsers };

/** A running PGlite as the store. */
export function pgliteDatabase(pglite: PGlite, onClosed: () => void = () => {}): Database {
  return {
    kind: "pglite",
    sql: sqlOn(pglite),
    transaction: (run) => pglite.transaction((inner) => run(sqlOn(inner))),
    close: async () => {
      await pglite.close();
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
