import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import type { TestServer } from "../../../node/test/support/server.js";

const built = join(import.meta.dirname, "../../bin/hj.js");
const asTerminal = join(import.meta.dirname, "as-terminal.mjs");

export interface Setting {
  env?: Record<string, string>;
  /** What stands on stdin, which then ends. */
  input?: string;
  /** Lets the program take its streams for a terminal; all but stdout when that is a pipe. */
  terminal?: "all" | "piped";
  node?: string[];
  /** Another copy of the program. */
  bin?: string;
}

export interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** A folder of one's own for settings and files. */
export function makeHome() {
  const path = mkdtempSync(join(tmpdir(), "hellojohn-cli-"));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** The built program as a process, with nothing of this one's environment but the path. */
export function start(words: readonly string[], setting: Setting = {}) {
  const { env = {}, terminal, node = [], bin = built } = setting;
  const pretend = terminal ? ["--import", asTerminal] : [];
  const child = spawn(process.execPath, [...node, ...pretend, bin, ...words], {
    env: {
      PATH: process.env["PATH"],
      HOME: tmpdir(),
      XDG_CONFIG_HOME: join(tmpdir(), "nobody"),
      ...(terminal ? { TEST_TERMINAL: terminal } : {}),
      ...env,
    },
    stdio: ["pipe", "pipe", "pipe"],
  });
  // A program that ended did not read all of it.
  child.stdin.on("error", () => {});
  const code = new Promise<number | null>((resolve) => {
    child.once("close", resolve);
  });
  const output = Promise.all([text(child.stdout), text(child.stderr)]);
  const ended = async (): Promise<Ended> => {
    const [stdout, stderr] = await output;
    return { code: await code, stdout, stderr };
  };
  return { child, ended };
}

export function run(words: readonly string[], setting: Setting = {}): Promise<Ended> {
  const { child, ended } = start(words, setting);
  child.stdin.end(setting.input ?? "");
  return ended();
}

/** What the environment says of a server and its tenant's key. */
export const envOf = ({ url, tenant }: TestServer): Record<string, string> => ({
  HELLOJOHN_API_URL: url,
  HELLOJOHN_SECRET_KEY: tenant.sk,
});

/** Runs the program against a server; words in one text are split at spaces. */
export const programFor =
  (server: TestServer) =>
  (words: string | readonly string[], setting: Setting = {}): Promise<Ended> =>
    run(typeof words === "string" ? words.split(" ") : words, {
      ...setting,
      env: { ...envOf(server), ...setting.env },
    });

export type Program = ReturnType<typeof programFor>;

export const linesOf = (stdout: string): string[] => stdout.trimEnd().split("\n");
