import { renameSync, rmSync, writeFileSync } from "node:fs";

/** Written beside and put in place at once: the file is whole or as it was, and never open to others. */
export function writePrivately(path: string, text: string): void {
  const beside = `${path}.${crypto.randomUUID()}`;
  try {
    writeFileSync(beside, text, { mode: 0o600, flag: "wx" });
    renameSync(beside, path);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}
