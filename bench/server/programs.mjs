// Programs in processes of their own: the server, the bare routes beside it, and whoever calls them.
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { root } from "../../scripts/process.mjs";

/** Each order as SQL says it, in its usual direction. */
export const sorts = {
  created_at: { key: "created_at", order: "desc" },
  email: { key: "email_lower", order: "asc" },
  name: { key: "sort_name", order: "asc" },
  last_sign_in_at: { key: "coalesce(last_sign_in_at, '-infinity')", order: "desc" },
};

function start(file, { env, args = [] }) {
  const child = spawn(process.execPath, [file, ...args], {
    env,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = new Promise((resolve) => child.once("exit", resolve));
  return new Promise((resolve, reject) => {
    void ended.then((code) => reject(new Error(`${file} ended with ${code}`)));
    createInterface({ input: child.stdout }).once("line", (line) =>
      resolve({
        ...JSON.parse(line),
        /** In megabytes. */
        memory: () =>
          Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, "utf8"))[1]) /
          1024,
        async stop() {
          child.kill("SIGTERM");
          await ended;
        },
      }),
    );
  });
}

export const startServer = ({ env }) =>
  start(join(root, "packages/server/bin/hellojohn-server.js"), {
    env: { ...env, PORT: "0", HELLOJOHN_RATE_LIMIT_SCALE: "100000", LOG_LEVEL: "error" },
  });

export const startBare = ({ env, tenantId }) =>
  start(join(import.meta.dirname, "bare.mjs"), { env: { ...env, TENANT_ID: tenantId } });

/** Calls in a process of its own; answers rate, p50 and p99 in milliseconds, and how many failed. */
export const load = (plan) =>
  start(join(import.meta.dirname, "load.mjs"), {
    env: process.env,
    args: [JSON.stringify({ connections: 1, seconds: 4, ...plan })],
  });
