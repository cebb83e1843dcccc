import { existsSync, readFileSync } from "node:fs";
import { dirname, join, sep } from "node:path";
import ts from "typescript";
import { folderOf, manifestOf, names } from "./installed.js";

/** What a built file imports, whenever it loads it. */
export const importsOf = (file: string): string[] =>
  ts
    .preProcessFile(readFileSync(file, "utf8"), true, true)
    .importedFiles.map(({ fileName }) => fileName);

const ownerOf = (name: string) => names.find((own) => name === own || name.startsWith(`${own}/`));

/** The file an entry of ours stands for; none when it is somebody else's. */
export function fileOf(entry: string): string | undefined {
  const owner = ownerOf(entry);
  if (!owner) return undefined;
  const target = manifestOf(owner).exports[`.${entry.slice(owner.length)}`];
  const path = typeof target === "string" ? target : target?.["default"];
  return path && join(folderOf(owner), path);
}

/** The file that a name means within its own package only. */
function privateFileOf(name: string, file: string): string | undefined {
  const owner = names.find((own) => file.startsWith(`${folderOf(own)}${sep}`));
  const target = owner && manifestOf(owner).imports?.[name];
  return target && join(folderOf(owner), target);
}

function ownFileOf(name: string, file: string): string | undefined {
  if (name.startsWith(".")) return join(dirname(file), name);
  return name.startsWith("#") ? privateFileOf(name, file) : fileOf(name);
}

/** The packages of others that an entry reaches through files of ours. */
export function reachedFrom(entry: string): string[] {
  const seen = new Set<string>();
  const others = new Set<string>();
  const visit = (file: string): void => {
    if (seen.has(file) || !existsSync(file)) return;
    seen.add(file);
    for (const name of importsOf(file)) {
      const own = ownFileOf(name, file);
      if (own) visit(own);
      else
        others.add(
          name
            .split("/")
            .slice(0, name.startsWith("@") ? 2 : 1)
            .join("/"),
        );
    }
  };
  visit(fileOf(entry) ?? "");
  return [...others].sort();
}
