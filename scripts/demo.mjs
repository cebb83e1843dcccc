import { spawn } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { root } from "./process.mjs";
import { serveDemo } from "./serve-demo.mjs";

/** Starts the built server as a process of its own; answers once it has told its two lines. */
function startApi(env, onLog) {
  const child = spawn(process.execPath, [join(root, "packages/server/bin/hellojohn-server.js")], {
    cwd: root,
    env,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const told = {};
  let said = "";
  child.stderr.setEncoding("utf8").on("data", (text) => {
    said = (said + text).slice(-4000);
    onLog?.(text);
  });
  const ended = new Promise((resolve) => child.once("exit", (code) => resolve(code ?? 1)));
  return new Promise((resolve, reject) => {
    void ended.then((code) => reject(new Error(`The server ended with code ${code}.\n${said}`)));
    createInterface({ input: child.stdout }).on("line", (line) => {
      const { event, ...rest } = JSON.parse(line);
      told[event] = rest;
      if (told.listening && told.demo) resolve({ child, ended, ...told });
    });
  });
}

/** A port of one's choice, or any other when it is taken. */
async function serveOn(port, config, routes) {
  try {
    return await serveDemo(config, { port, routes });
  } catch (error) {
    if (error.code !== "EADDRINUSE") throw error;
    return serveDemo(config, { routes });
  }
}

/** The API in demo mode on its database, and the demo app in front of it. Both must be built. */
export async function startDemo({ appPort = 0, env = {}, onLog } = {}) {
  const config = {};
  const routes = {};
  const app = await serveOn(appPort, config, routes);
  const appUrl = app.url.replace("127.0.0.1", "localhost");
  try {
    const api = await startApi(
      {
        ...process.env,
        HELLOJOHN_DEMO: "1",
        HELLOJOHN_ALLOWED_ORIGINS: `${appUrl},${app.url}`,
        HELLOJOHN_APP_URL: app.url,
        ...env,
      },
      onLog,
    );
    config.apiUrl = api.listening.url;
    config.publishableKey = api.demo.publishable_key;
    config.people = api.demo.users;
    // Made of what is built, and `npm start` builds it only after this file was read.
    const { staffRoutes } = await import("./demo-staff.mjs");
    routes.api = staffRoutes({ apiUrl: api.listening.url, secretKey: api.demo.secret_key });
    const stop = async () => {
      await app.close();
      api.child.kill("SIGTERM");
      await api.ended;
    };
    return { appUrl: app.url, apiUrl: api.listening.url, demo: api.demo, ended: api.ended, stop };
  } catch (error) {
    await app.close();
    throw error;
  }
}
