import { PGlite } from "@electric-sql/pglite";
import { migrate } from "../../src/database/migrate.js";
import { pgliteDatabase, pgliteOptions } from "../../src/database/pglite.js";

/** An empty store with the schema in it, as the bytes of its directory. */
export async function dumpPglite(): Promise<Uint8Array> {
  const pglite = await PGlite.create({ dataDir: "memory://", ...pgliteOptions });
  await migrate(pgliteDatabase(pglite));
  const dump = await pglite.dumpDataDir("none");
  await pglite.close();
  return new Uint8Array(await dump.arrayBuffer());
}
