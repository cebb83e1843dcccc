import { readConfig } from "../config.js";
import { migrate as migrateStore } from "../database/migrate.js";
import { connectDatabase } from "../database/open.js";
import { type Command, readOptions } from "./command.js";

/** The schema, without starting the server. */
export const migrate: Command = {
  summary: "Bring the schema of the database up to date",
  usage: "migrate",
  async run(args, terminal) {
    readOptions(args, {});
    const { databaseUrl, dataDir } = readConfig(terminal.env);
    const database = await connectDatabase({ databaseUrl, dataDir });
    try {
      const applied = await migrateStore(database);
      for (const { id, name } of applied) terminal.say(`applied ${id} ${name}`);
      terminal.print(JSON.stringify({ applied: applied.map((migration) => migration.id) }));
    } finally {
      await database.close();
    }
    return 0;
  },
};
