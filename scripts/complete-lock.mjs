// Adds the platform packages that the registry could not resolve here, so that `npm ci` finds the lock complete.
import { readFileSync, writeFileSync } from "node:fs";
const file = process.argv[2] ?? "package-lock.json";
const lock = JSON.parse(readFileSync(file, "utf8"));
const P = lock.packages;
const OS = [
  "android",
  "darwin",
  "freebsd",
  "linux",
  "netbsd",
  "openbsd",
  "openharmony",
  "sunos",
  "win32",
  "aix",
];
const CPU = ["arm64", "arm", "x64", "ia32", "ppc64", "riscv64", "s390x", "loong64", "mips64el"];
// the entry that Node's resolution finds for `name` from the package at `from`
const find = (from, name) => {
  for (let at = from; ;) {
    const hit = P[`${at ? `${at}/` : ""}node_modules/${name}`];
    if (hit) return hit;
    const i = at.lastIndexOf("node_modules/");
    if (at === "") return undefined;
    at = i > 0 ? at.slice(0, i - 1) : "";
  }
};
let n = 0;
for (const [at, p] of Object.entries({ ...P })) {
  for (const [name, version] of Object.entries(p.optionalDependencies ?? {})) {
    const hit = find(at, name);
    if (hit?.version === version || (hit && !/^\d/.test(version))) continue;
    const word = name.split(/[/-]/);
    const os = OS.filter((o) => word.includes(o));
    const cpu = CPU.filter((c) => word.includes(c));
    const libc = word.some((w) => w.startsWith("musl"))
      ? ["musl"]
      : word.some((w) => w.startsWith("gnu")) && os[0] === "linux"
        ? ["glibc"]
        : undefined;
    if (!/^\d/.test(version) || !os.length) {
      console.error("skipped", name, version);
      continue;
    }
    const parent = hit ? `${at}/` : at.slice(0, Math.max(0, at.lastIndexOf("node_modules/")));
    P[`${parent}node_modules/${name}`] = {
      version,
      cpu,
      dev: p.dev,
      ...(libc ? { libc } : {}),
      optional: true,
      os,
    };
    n++;
  }
}
lock.packages = Object.fromEntries(Object.entries(P).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
console.log("added", n);
