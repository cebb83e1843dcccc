import { randomUUID } from "node:crypto";
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** When a process began, in the kernel's ticks: a number given again to another process is told apart by it. */
function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? "";
  } catch {
    return "";
  }
}

interface Holder {
  pid: number;
  started: string;
}

function isAlive({ pid, started }: Holder): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ESRCH") return false;
  }
  return startOf(pid) === started;
}

function holderOf(file: string): Holder | undefined {
  try {
    const { pid, started } = JSON.parse(readFileSync(file, "utf8")) as Partial<Holder>;
    return typeof pid === "number" ? { pid, started: started ?? "" } : undefined;
  } catch {
    // Gone, or cut off while its writer was killed.
    return undefined;
  }
}

/** Puts the lock in place whole, so that nobody reads half of it; false when there is one already. */
function claim(draft: string, file: string): boolean {
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

function assertAbandoned(file: string): void {
  const holder = holderOf(file);
  if (holder && isAlive(holder))
    throw new Error(
      `The data directory ${dirname(file)} is in use by process ${holder.pid}. ` +
        "Stop that process, or set HELLOJOHN_DATA_DIR to another directory",
    );
}

const pause = (ms: number): unknown =>
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);

/** Several may find the same abandoned lock: the last to replace it keeps it, and the others see that. */
function takeOver(draft: string, file: string): void {
  assertAbandoned(file);
  const own = readFileSync(draft, "utf8");
  renameSync(draft, file);
  pause(100);
  if (readFileSync(file, "utf8") !== own) assertAbandoned(file);
}

/** Takes the folder for this process and answers how to give it back. Throws while another process holds it. */
export function lockDirectory(directory: string): () => void {
  const file = join(directory, "hellojohn.lock");
  const draft = `${file}.${process.pid}`;
  const { pid } = process;
  writeFileSync(draft, JSON.stringify({ pid, started: startOf(pid), mark: randomUUID() }));
  try {
    if (!claim(draft, file)) takeOver(draft, file);
    return () => rmSync(file, { force: true });
  } finally {
    rmSync(draft, { force: true });
  }
}
