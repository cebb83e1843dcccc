// Builds what is missing or older than its sources: `node scripts/build.mjs [--js] [--force] [part…]`.
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { bundleProgram } from "./bundle-program.mjs";
import { gatherImports } from "./gather-imports.mjs";
import { bin, root, run } from "./process.mjs";

const cache = join(root, "node_modules/.cache/hellojohn");

/** In the order in which they need each other. */
const parts = {
  contract: { folder: "packages/contract", needs: [] },
  server: { folder: "packages/server", needs: ["contract"] },
  node: { folder: "packages/node", needs: ["contract"] },
  // Nobody imports a program, so it has no types to offer.
  cli: { folder: "packages/cli", needs: ["contract", "node"], untyped: true },
  react: { folder: ".", needs: ["contract"] },
  demo: { folder: "examples/vite", needs: ["react"], vite: true },
};

const configs = ["package.json", "tsconfig.json", "vite.config.ts", "index.html", "public"];

/** The newest change below a path; a folder's own time tells of a deleted file. */
function newest(path) {
  if (!existsSync(path)) return 0;
  const own = statSync(path);
  if (!own.isDirectory()) return own.mtimeMs;
  return Math.max(own.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

const stampOf = (name, kind) => join(cache, `${name}.${kind}`);

function isStale(name, kind) {
  const { folder, needs } = parts[name];
  const stamp = stampOf(name, kind);
  if (!existsSync(join(root, folder, "dist")) || !existsSync(stamp)) return true;
  const sources = ["src", ...configs].map((file) => join(root, folder, file));
  const shared = [
    ...["tsup.config.ts", "tsconfig.json", "tsconfig.build.json"],
    ...["scripts/gather-imports.mjs", "scripts/bundle-program.mjs"],
  ].map((file) => join(root, file));
  const before = needs.map((need) => stampOf(need, "js"));
  return Math.max(...[...sources, ...shared, ...before].map(newest)) > statSync(stamp).mtimeMs;
}

async function must(promise, name) {
  const { code, output } = await promise;
  if (code !== 0) throw new Error(`Building ${name} failed:\n${output}`);
}

const makers = {
  async js({ folder, vite }, name) {
    const cwd = join(root, folder);
    if (vite) return must(run(bin("vite"), ["build", "--logLevel", "warn"], { cwd }), name);
    await must(run(bin("tsup"), ["--config", join(root, "tsup.config.ts")], { cwd }), name);
    if (name === "react") gatherImports(join(cwd, "dist"));
    if (name === "server") await bundleProgram(join(cwd, "dist"));
    // TypeScript refuses to import a stylesheet that has no types.
    const styles = join(cwd, "dist/styles/styles.css");
    if (existsSync(styles)) writeFileSync(`${styles}.d.ts`, "export {};\n");
    // The cleaned folder has lost its types.
    rmSync(stampOf(name, "types"), { force: true });
  },
  async types({ folder, vite, untyped }, name) {
    if (vite || untyped) return;
    const own = join(root, folder, "tsconfig.build.json");
    await must(run(bin("typescript", "tsc"), ["-p", own]), name);
  },
};

/** Whether the process that took the lock is gone. */
function isAbandoned(lock) {
  try {
    process.kill(Number(readFileSync(lock, "utf8")), 0);
    return false;
  } catch (error) {
    return error.code === "ESRCH";
  }
}

/** Only one build at a time: tests and the demo may ask at the same moment. */
async function alone(work) {
  mkdirSync(cache, { recursive: true });
  const lock = join(cache, "lock");
  for (;;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: "wx" });
      break;
    } catch {
      if (isAbandoned(lock)) rmSync(lock, { force: true });
      else await sleep(200);
    }
  }
  try {
    return await work();
  } finally {
    rmSync(lock, { force: true });
  }
}

/** Builds the named parts and what they need; answers the names of what had to be built. */
export function build(names = Object.keys(parts), { kinds = ["js", "types"], force = false } = {}) {
  const wanted = new Set(names.flatMap((name) => [...parts[name].needs, name]));
  if (wanted.has("react")) wanted.add("contract");
  return alone(async () => {
    const built = [];
    for (const name of Object.keys(parts).filter((part) => wanted.has(part)))
      for (const kind of kinds) {
        if (!force && !isStale(name, kind)) continue;
        const began = new Date();
        await makers[kind](parts[name], name);
        writeFileSync(stampOf(name, kind), "");
        // What changes while it builds is newer than the build.
        utimesSync(stampOf(name, kind), began, began);
        built.push(`${name} (${kind})`);
      }
    return built;
  });
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const words = process.argv.slice(2);
  const names = words.filter((word) => !word.startsWith("--"));
  const kinds = words.includes("--js") ? ["js"] : ["js", "types"];
  const built = await build(names.length > 0 ? names : undefined, {
    kinds,
    force: words.includes("--force"),
  });
  console.log(built.length > 0 ? `built ${built.join(", ")}` : "everything is built");
}
