import { Command } from "commander";
import { between } from "../options.js";
import { UsageError } from "../usage-error.js";

interface Given {
  port: number;
  users: number;
  dataDir: string;
}

async function loadServer() {
  try {
    return await import("@hellojohn/server");
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code !== "ERR_MODULE_NOT_FOUND" || !message.includes("@hellojohn/server")) throw error;
    throw new UsageError("The server is not installed: npm install @hellojohn/server");
  }
}

const toldToStop = (): Promise<void> =>
  new Promise((resolve) => {
    process.once("SIGINT", () => resolve());
    process.once("SIGTERM", () => resolve());
  });

export const dev = new Command("dev")
  .option("--port <n>", "the port; 0 takes any free one", between(0, 65_535), 8787)
  .option("--users <n>", "made-up users beside the demo's people", between(0, 1_000_000), 0)
  .option(
    "--data-dir <path>",
    "the database's folder; memory:// keeps nothing",
    "./.hellojohn/data",
  )
  .action(async ({ port, users, dataDir }: Given) => {
    const { readConfig, startServer } = await loadServer();
    const { write } = await import("../output/print.js");

    const { DATABASE_URL: _, NODE_ENV: __, ...env } = process.env;
    const server = await startServer(
      readConfig({
        LOG_LEVEL: "warn",
        ...env,
        ...{ PORT: String(port), HELLOJOHN_DATA_DIR: dataDir },
        ...{ HELLOJOHN_DEMO: "1", HELLOJOHN_DEMO_USERS: String(users) },
      }),
    );
    const { demo, url } = server;
    await write([
      `HelloJohn is running at ${url}\n\n`,
      `  Secret key       ${demo?.secretKey}\n`,
      `  Publishable key  ${demo?.publishableKey}\n`,
      `  Mailbox          ${url}/dev/mailbox\n\n`,
      ...(demo?.users ?? []).map(
        ({ email, role, password }) => `  ${email.padEnd(28)} ${role.padEnd(8)} ${password}\n`,
      ),
      `\n  HELLOJOHN_API_URL=${url} HELLOJOHN_SECRET_KEY=${demo?.secretKey} hj users list\n\n`,
      "Ctrl-C ends it.\n",
    ]);
    await toldToStop();
    await server.close();
  });
