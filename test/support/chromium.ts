import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { access, mkdir, mkdtemp, rename, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import type { LaunchOptions } from "playwright-core";

const run = promisify(execFile);
const root = join(import.meta.dirname, "../..");

/** Where a Chrome or Chromium usually lives. */
const installed = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome-stable",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

const args = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];

const exists = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  );

/** Unpacks the browser that came as an npm package, once, into a folder that appears only when it is whole. */
async function unpack(): Promise<string> {
  const { version } = createRequire(import.meta.url)(
    "../../node_modules/@sparticuz/chromium/package.json",
  );
  const target = join(root, "node_modules/.cache", `chromium-${version}`);
  if (await exists(target)) return target;
  await mkdir(dirname(target), { recursive: true });
  const folder = await mkdtemp(`${target}-`);
  const script = "import('@sparticuz/chromium').then((it) => it.default.executablePath())";
  // The package unpacks into the temporary folder, and its libraries only where it believes to be on Lambda.
  const env = { ...process.env, TMPDIR: folder, AWS_EXECUTION_ENV: "AWS_Lambda_nodejs22.x" };
  await run(process.execPath, ["--input-type=module", "-e", script], { cwd: root, env });
  // Whoever is second finds the folder there, and keeps the first one's.
  await rename(folder, target).catch(() => rm(folder, { recursive: true }));
  return target;
}

/** A machine without fonts, or without the libraries a browser wants, gets those of the package. */
async function environment(folder: string): Promise<Record<string, string>> {
  const { stdout } = await run("ldd", [join(folder, "chromium")]).catch(() => ({ stdout: "" }));
  return {
    ...(stdout.includes("not found") && { LD_LIBRARY_PATH: join(folder, "al2023/lib") }),
    ...(!existsSync("/usr/share/fonts") && { FONTCONFIG_PATH: join(folder, "fonts") }),
  };
}

/** How to start a real Chromium here: `CHROMIUM_PATH`, an installed one, or the one from npm (Linux x64). */
export async function findChromium(): Promise<LaunchOptions> {
  const own = [process.env["CHROMIUM_PATH"] ?? [], installed]
    .flat()
    .find((path) => existsSync(path));
  if (own) return { executablePath: own, args };
  if (process.platform !== "linux" || process.arch !== "x64")
    throw new Error("No Chrome or Chromium found. Install one, or set CHROMIUM_PATH.");
  const folder = await unpack();
  const extra = await environment(folder);
  const env = Object.fromEntries(
    Object.entries({ ...process.env, ...extra }).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value]],
    ),
  );
  return { executablePath: join(folder, "chromium"), args, env };
}
