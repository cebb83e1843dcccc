import { createAdaptorServer, type ServerType } from "@hono/node-server";
import type { Hono } from "hono";
import type { Logger } from "pino";
import { assertSafe, type Config, localUrl, withPort } from "./config.js";
import type { Context } from "./context.js";
import { loadDriver, openDatabase } from "./database/open.js";
import type { Database } from "./database/sql.js";
import { startSweeping } from "./database/sweep.js";
import type { Demo } from "./demo/people.js";
import { createLog } from "./log.js";
import { openMail } from "./mail/open.js";
import { loadSecrets } from "./secrets.js";

/** A server that answers. */
export interface RunningServer {
  readonly url: string;
  readonly database: Database;
  /** Answers without a socket. */
  readonly fetch: (request: Request) => Response | Promise<Response>;
  /** Who can sign in, in demo mode. */
  readonly demo: Demo | undefined;
  /** Takes no more, finishes what runs, and closes the store. */
  close(): Promise<void>;
}

/** How long running requests may take once the server is told to stop. */
const drainMs = 8000;

function listen(server: ServerType, { port, host }: Config): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      const address = server.address();
      resolve(address && typeof address === "object" ? address.port : port);
    });
  });
}

function drain(server: ServerType): Promise<void> {
  return new Promise((resolve) => {
    const deadline = setTimeout(() => {
      if ("closeAllConnections" in server) server.closeAllConnections();
    }, drainMs);
    // A connection that falls idle after its last answer would be kept for another request.
    const hangUp = setInterval(() => {
      if ("closeIdleConnections" in server) server.closeIdleConnections();
    }, 50);
    server.close(() => {
      clearTimeout(deadline);
      clearInterval(hangUp);
      resolve();
    });
  });
}

async function addDemo(app: Hono, context: Context): Promise<Demo> {
  const { mailbox } = await import("./demo/mailbox.js");
  app.route("/", mailbox(context.database));
  const { seedDemo } = await import("./demo/seed.js");
  return seedDemo(context.database, context.config.demoUsers);
}

async function refuseDemoStore(database: Database): Promise<void> {
  const { holdsDemoKeys } = await import("./demo/seed.js");
  if (await holdsDemoKeys(database.sql))
    throw new Error(
      "This database holds the demo keys, which everyone knows. " +
        "Use another database, or delete the demo tenant from this one",
    );
}

/**
 * Starts the API: opens the store, brings its schema up to date, and listens. A process that is the server's own
 * lets Hono put a lighter `Response` in place of Node's, which halves what an answer costs; a host's is left as it is.
 */
export async function startServer(
  given: Config,
  log: Logger = createLog(given.logLevel),
  { ownsProcess = false }: { ownsProcess?: boolean } = {},
): Promise<RunningServer> {
  assertSafe(given);
  // With the driver there first, its WebAssembly compiles on other threads while the routes load on this one.
  await loadDriver(given);
  const opening = openDatabase({
    databaseUrl: given.databaseUrl,
    dataDir: given.dataDir,
    onIdleError: (error) => log.warn({ err: error }, "lost a connection to the database"),
  });
  const [database, { createApp }] = await Promise.all([opening, import("./http/app.js")]);
  let app: Hono | undefined;
  let stopping = false;
  const server = createAdaptorServer({
    fetch: (request, env) => app?.fetch(request, env) ?? new Response(null, { status: 503 }),
    overrideGlobalObjects: ownsProcess,
  });
  try {
    if (given.production) await refuseDemoStore(database);
    const secrets = await loadSecrets(database);
    const config = withPort(given, await listen(server, given));
    const mail = await openMail(config, database, log);
    const context: Context = {
      ...{ database, secrets, config, mail, log },
      stopping: () => stopping,
    };
    const api = createApp(context);
    const demo = config.demo ? await addDemo(api, context) : undefined;
    const sweeping = startSweeping(database, log);
    app = api;
    return {
      url: localUrl(config),
      database,
      fetch: (request) => api.fetch(request),
      demo,
      async close() {
        stopping = true;
        await drain(server);
        await sweeping.stop();
        await mail.close();
        await database.close();
      },
    };
  } catch (error) {
    server.close();
    await database.close();
    throw error;
  }
}
