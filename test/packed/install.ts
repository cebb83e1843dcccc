import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runProgram } from "./programs.js";

const root = join(import.meta.dirname, "../..");
const published = ["./packages/contract", "./packages/server", "./packages/node", "./packages/cli"];

/** What an app brings itself: the peers of the packages, and what it is checked with. */
const beside = [
  "@tanstack/react-query",
  "@types/node",
  "@types/react",
  "@types/react-dom",
  "msw",
  "react",
  "react-dom",
  "typescript",
];

function lockedVersions(): Record<string, string> {
  const lock = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8"));
  return Object.fromEntries(
    beside.map((name) => [name, lock.packages[`node_modules/${name}`].version]),
  );
}

async function npm(words: string[], cwd: string): Promise<string> {
  const { code, stdout, stderr } = await runProgram("npm", words, { cwd });
  if (code !== 0) throw new Error(`npm ${words.join(" ")} ended with ${code}:\n${stdout}${stderr}`);
  return stdout;
}

interface Packed {
  name: string;
  filename: string;
}

/** npm 12 answers by name what earlier ones answer as a list. */
const listed = (answer: string): Packed[] => Object.values(JSON.parse(answer));

/** Packs every package, and installs the archives into an empty app; answers the app's folder. */
export async function installPackages(folder: string): Promise<string> {
  const app = join(folder, "app");
  mkdirSync(app);
  const packing = ["pack", "--json", "--ignore-scripts", "--pack-destination", folder];
  const packed = listed(await npm([...packing, ...published, "."], root));
  const archives = packed.map(({ name, filename }) => [name, `file:../${filename}`]);
  const manifest = {
    name: "app",
    private: true,
    type: "module",
    dependencies: { ...Object.fromEntries(archives), ...lockedVersions() },
  };
  writeFileSync(join(app, "package.json"), JSON.stringify(manifest));
  const installing = ["install", "--ignore-scripts", "--prefer-offline", "--no-audit", "--no-fund"];
  await npm([...installing, "--prefix", app], app);
  return app;
}
