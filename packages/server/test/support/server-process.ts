import { execFile, spawn } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { promisify } from "node:util";

const root = join(import.meta.dirname, "../../../..");
const bin = join(root, "packages/server/bin/hellojohn-server.js");

/** Builds what the bin runs, if its sources are newer. */
export const buildServer = () =>
  promisify(execFile)(process.execPath, [join(root, "scripts/build.mjs"), "server", "--js"]);

export interface Exit {
  code: number | null;
  signal: NodeJS.Signals | null;
}

/** The program in a process of its own, with nothing of this one's environment but the path. */
export function spawnServer(env: Record<string, string>, words: string[] = []) {
  const child = spawn(process.execPath, [bin, ...words], {
    env: { PATH: process.env["PATH"], PORT: "0", HELLOJOHN_RATE_LIMIT_SCALE: "10000", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const out: string[] = [];
  let talk = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    talk += text;
  });
  const lines = createInterface({ input: child.stdout });
  const exited = new Promise<Exit>((resolve) =>
    child.on("close", (code, signal) => resolve({ code, signal })),
  );
  return {
    out,
    talk: () => talk,
    exited,
    /** Resolves once so many lines stand on stdout. */
    said: (count: number) =>
      new Promise<void>((resolve, reject) => {
        lines.on("line", (line) => {
          if (out.push(line) >= count) resolve();
        });
        void exited.then(({ code }) => reject(new Error(`exited with ${code}: ${talk}`)));
      }),
    signal: (name: NodeJS.Signals) => {
      child.kill(name);
      return exited;
    },
  };
}

/** A demo server that listens. */
export async function startDemo(env: Record<string, string>) {
  const server = spawnServer({ HELLOJOHN_DEMO: "1", ...env });
  await server.said(2);
  const [listening = "", demo = ""] = server.out;
  return { ...server, url: String(JSON.parse(listening).url), demo: JSON.parse(demo) };
}

export type DemoServer = Awaited<ReturnType<typeof startDemo>>;

/** Calls the API as the holder of a token or key. */
export const call = (
  { url }: { url: string },
  method: string,
  path: string,
  bearer: string,
  body?: object,
) =>
  fetch(`${url}${path}`, {
    method,
    headers: {
      Authorization: `Bearer ${bearer}`,
      ...(body ? { "Content-Type": "application/json" } : {}),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });

/** Signs the first demo person in; answers her access token. */
export async function signIn(server: DemoServer): Promise<string> {
  const [{ email, password }] = server.demo.users;
  const key = server.demo.publishable_key;
  const answer = await call(server, "POST", "/v1/auth/sign-in", key, { email, password });
  const { session } = await answer.json();
  return session.access_token;
}
