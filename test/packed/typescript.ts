import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { app, entriesOf, names } from "./installed.js";
import { linked, runProgram } from "./programs.js";

const tests = join(import.meta.dirname, "..");

const shared = {
  target: "es2022",
  lib: ["es2023", "dom", "dom.iterable", "dom.asynciterable"],
  jsx: "react-jsx",
  strict: true,
  types: ["node"],
};

/** How an app may resolve what it imports; the one whose output Node runs, and a bundler's. */
const resolutions = {
  node16: {
    module: "node16",
    moduleResolution: "node16",
    // The packages' own types are looked through once, where more is asked of them.
    skipLibCheck: false,
    rootDir: "samples",
    outDir: "built",
  },
  bundler: { module: "esnext", moduleResolution: "bundler", skipLibCheck: true, noEmit: true },
};

export type Resolution = keyof typeof resolutions;

const importing = (entry: string, at: number): string =>
  entry.endsWith(".css") ? `import "${entry}";` : `export * as entry${at} from "${entry}";`;

/** Copies the documented samples into the app, beside a file that imports every entry there is. */
export function writeSamples(): void {
  const samples = join(app, "samples");
  cpSync(join(tests, "packed/samples"), samples, { recursive: true });
  cpSync(join(tests, "seeds"), join(samples, "react"), {
    recursive: true,
    filter: (file) => !file.includes(".test."),
  });
  const entries = names.flatMap(entriesOf);
  writeFileSync(join(samples, "every-entry.ts"), `${entries.map(importing).join("\n")}\n`);
  mkdirSync(join(app, "built"), { recursive: true });
}

/** What the app's own TypeScript says about the files, a line for each complaint. */
export async function complaints(resolution: Resolution, files = ["samples"]): Promise<string[]> {
  const config = join(app, `tsconfig.${resolution}.${files.join("-").replaceAll("/", "-")}.json`);
  const compilerOptions = { ...shared, ...resolutions[resolution] };
  writeFileSync(config, JSON.stringify({ compilerOptions, include: files }));
  const words = ["-p", config, "--pretty", "false"];
  const { stdout } = await runProgram(linked(app, "tsc"), words, { cwd: app });
  return stdout.split("\n").filter(Boolean);
}
