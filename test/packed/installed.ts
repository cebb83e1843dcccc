import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { inject } from "vitest";

export const app = inject("app");

export const names = ["contract", "server", "node", "cli", "react"].map(
  (name) => `@hellojohn/${name}`,
);

interface Manifest {
  bin?: Record<string, string>;
  exports: Record<string, string | Record<string, string>>;
  imports?: Record<string, string>;
  peerDependencies?: Record<string, string>;
  scripts?: Record<string, string>;
}

export const folderOf = (name: string): string => join(app, "node_modules", name);

export const manifestOf = (name: string): Manifest =>
  JSON.parse(readFileSync(join(folderOf(name), "package.json"), "utf8"));

/** Every name an app may import of a package, the manifest itself apart. */
export const entriesOf = (name: string): string[] =>
  Object.keys(manifestOf(name).exports)
    .filter((path) => path !== "./package.json")
    .map((path) => name + path.slice(1));

/** Entries that hold code; the others are stylesheets. */
export const modulesOf = (name: string): string[] =>
  entriesOf(name).filter((entry) => !entry.endsWith(".css"));

/** The whole paths of the package's files, those of its own dependencies apart. */
export const filesOf = (name: string): string[] =>
  readdirSync(folderOf(name), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.includes(`${name}/node_modules`))
    .map((entry) => join(entry.parentPath, entry.name));
