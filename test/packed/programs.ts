import { spawn } from "node:child_process";
import { join } from "node:path";

interface Run {
  cwd?: string;
  env?: NodeJS.ProcessEnv;
}

/** This process's environment without what npm tells the scripts of this workspace. */
export const plainEnv = (): NodeJS.ProcessEnv =>
  Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) =>
        !/^(npm_(package|lifecycle|command|config_local)|NODE_OPTIONS$|VITEST|HELLOJOHN_)/.test(
          name,
        ),
    ),
  );

/** Runs a program to its end and answers what it said. */
export function runProgram(file: string, words: string[], { cwd, env = {} }: Run = {}) {
  const child = spawn(file, words, {
    cwd,
    env: { ...plainEnv(), ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const said = { stdout: "", stderr: "" };
  child.stdout.setEncoding("utf8").on("data", (text: string) => (said.stdout += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (said.stderr += text));
  return new Promise<{ code: number | null; stdout: string; stderr: string }>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, ...said }));
  });
}

/** The program that npm linked when it installed its package. */
export const linked = (app: string, name: string): string => join(app, "node_modules/.bin", name);
