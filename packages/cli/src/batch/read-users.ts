import { readFile } from "node:fs/promises";
import { text } from "node:stream/consumers";
import { say } from "../failure.js";
import { UsageError } from "../usage-error.js";

async function read(path: string): Promise<string> {
  if (path === "-") return text(process.stdin);
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    throw new UsageError(`${path} cannot be read: ${(error as Error).message}`);
  }
}

/** One user per line, by ID or e-mail address; blank lines and `#` comments are skipped, and each counts once. */
export async function readUsers(path: string): Promise<string[]> {
  const lines = (await read(path))
    .replace(/^\ufeff/, "")
    .split(/\r\n|\n|\r/)
    .map((line) => line.replace(/(^|\s)#.*$/, "").trim())
    .filter(Boolean);
  const users = [...new Set(lines)];
  if (users.length === 0) throw new UsageError(`${path === "-" ? "stdin" : path} names no users`);
  const repeated = lines.length - users.length;
  if (repeated > 0) say(`${repeated} repeated ${repeated === 1 ? "line is" : "lines are"} skipped`);
  return users;
}
