import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const fileOf = (directory: string): string => join(directory, "hellojohn.lock");

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

/** Takes the folder for this process and answers how to give it back. Throws while another process holds it. */
export function lockDirectory(directory: string): () => void {
  const file = fileOf(directory);
  const own = JSON.stringify({ pid: process.pid, started: startOf(process.pid) });
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      writeFileSync(file, own, { flag: "wx" });
      return () => rmSync(file, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
    const holder = holderOf(file);
    if (holder && isAlive(holder))
      throw new Error(
        `The data directory ${directory} is in use by process ${holder.pid}. ` +
          "Stop that process, or set HELLOJOHN_DATA_DIR to another directory",
      );
    rmSync(file, { force: true });
  }
  throw new Error(`The data directory ${directory} could not be locked: remove ${file} and retry`);
}
