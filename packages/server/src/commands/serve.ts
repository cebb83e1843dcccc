import { setFlagsFromString } from "node:v8";
import { toWire } from "@hellojohn/contract";
import { readConfig } from "../config.js";
import { createLog } from "../log.js";
import { type RunningServer, startServer } from "../start.js";
import { type Command, readOptions } from "./command.js";

const grace = 9500;

/**
 * V8 compiles WebAssembly quickly at first, and what runs often anew and slowly. By default that already takes a core for
 * what PGlite does while it opens; so often is five times later.
 */
const wasmTieringBudget = "--wasm-tiering-budget=9000000";

/** Resolves when the process is told to stop. */
const toldToStop = (): Promise<NodeJS.Signals> =>
  new Promise((resolve) => {
    process.once("SIGTERM", resolve);
    process.once("SIGINT", resolve);
  });

async function stop(server: RunningServer): Promise<void> {
  // A second signal, or work that does not end, must not keep the process.
  const impatient = () => process.exit(1);
  process.once("SIGTERM", impatient);
  process.once("SIGINT", impatient);
  setTimeout(impatient, grace).unref();
  await server.close();
}

/** The API, until SIGTERM or SIGINT. */
export const serve: Command = {
  summary: "Start the API (this is what happens without a command)",
  usage: "",
  async run(args, terminal) {
    readOptions(args, {});
    const config = readConfig(terminal.env);
    const log = createLog(config.logLevel);
    process.on("uncaughtException", (error) => {
      log.fatal({ err: error }, "uncaught");
      process.exit(1);
    });
    setFlagsFromString(wasmTieringBudget);
    const stopped = toldToStop();
    const server = await startServer(config, log, { ownsProcess: true });
    terminal.print(JSON.stringify({ event: "listening", url: server.url }));
    if (server.demo)
      terminal.print(JSON.stringify({ event: "demo", ...Object(toWire(server.demo)) }));
    log.info({ signal: await stopped }, "stopping");
    await stop(server);
    return 0;
  },
};
