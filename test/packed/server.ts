import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { linked, plainEnv } from "./programs.js";

/** Where the server is, and what it told of its demo tenant. */
export interface Api {
  url: string;
  tenantId: string;
  secretKey: string;
  publishableKey: string;
  users: { email: string; password: string; role: string }[];
}

const settings = {
  HELLOJOHN_DEMO: "1",
  HELLOJOHN_DATA_DIR: "memory://",
  HELLOJOHN_RATE_LIMIT_SCALE: "1000",
  LOG_LEVEL: "error",
  PORT: "0",
};

/** Starts the installed `hellojohn-server`; answers once it listens and has told its people. */
export async function startInstalledServer(app: string) {
  const child = spawn(linked(app, "hellojohn-server"), [], {
    cwd: app,
    env: { ...plainEnv(), ...settings },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let complaint = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => (complaint += text));
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  const api = await new Promise<Api>((resolve, reject) => {
    child.once("error", reject);
    void ended.then((code) => reject(new Error(`The server ended with ${code}: ${complaint}`)));
    let url = "";
    createInterface({ input: child.stdout }).on("line", (line) => {
      const { event, ...told } = JSON.parse(line);
      if (event === "listening") url = told.url;
      if (event !== "demo") return;
      const { tenant_id: tenantId, secret_key: secretKey, publishable_key: publishableKey } = told;
      resolve({ url, tenantId, secretKey, publishableKey, users: told.users });
    });
  });
  const stop = async () => {
    child.kill("SIGTERM");
    await ended;
  };
  return { ...api, stop };
}
