// What a page pays: ESM, minified, gzip; react, react-dom and @tanstack/react-query are the app's own.
import { gzipSync } from "node:zlib";
import { build as bundle } from "esbuild";
import { build } from "./build.mjs";
import { root } from "./process.mjs";

const provider = "HelloJohnProvider, useUser";
const forms = `${provider}, ProfileForm, PasswordForm`;
const external = ["react", "react-dom", "react/jsx-runtime", "@tanstack/react-query"];

/**
 * Name, promise in KB, what is imported, and the size held meanwhile where the promise is not reached yet.
 * `all` is the promise for every chunk that can ever load, with the first.
 */
const rows = [
  { name: "HelloJohnProvider + useUser", most: 8, imports: provider },
  { name: "… + ProfileForm + PasswordForm", most: 13, held: 14.5, imports: forms },
  {
    name: "… + AdminUserTable",
    ...{ most: 22, all: 36 },
    imports: `${forms}, AdminUserTable`,
  },
  { name: "styles.css", most: 4 },
];

const sizeOf = ({ contents }) => gzipSync(contents, { level: 9 }).length;

/** Bytes of what loads at first, and of everything that can load. */
async function measure({ name, imports }) {
  const loader = name.endsWith(".css") ? "css" : "js";
  const contents = imports
    ? `export { ${imports} } from "@hellojohn/react"`
    : `@import "@hellojohn/react/${name}"`;
  const { outputFiles, metafile } = await bundle({
    stdin: { contents, resolveDir: root, loader, sourcefile: `entry.${loader}` },
    outdir: root,
    ...{ bundle: true, minify: true, write: false, metafile: true, format: "esm" },
    splitting: loader === "js",
    target: "es2022",
    external,
    logLevel: "error",
  });
  const entry = Object.keys(metafile.outputs).find((file) => metafile.outputs[file].entryPoint);
  const first = new Set();
  const load = (file) => {
    if (first.has(file)) return;
    first.add(file);
    for (const { path, kind } of metafile.outputs[file]?.imports ?? [])
      if (kind === "import-statement") load(path);
  };
  load(entry);
  const isFirst = ({ path }) => [...first].some((file) => path.endsWith(`/${file}`));
  const sum = (files) => files.reduce((total, file) => total + sizeOf(file), 0);
  return { first: sum(outputFiles.filter(isFirst)), every: sum(outputFiles) };
}

const kilobytes = (bytes) => `${(bytes / 1000).toFixed(2)} KB`.padStart(9);

function say(name, bytes, most, held = most) {
  const over = bytes > held * 1000;
  const missed = bytes > most * 1000 ? `  over the promise; held at ${held} KB` : "";
  console.log(
    `${name.padEnd(34)} ${kilobytes(bytes)}  of ${String(most).padStart(2)} KB${over ? "  TOO BIG" : missed}`,
  );
  return over;
}

await build(["react"], { kinds: ["js"] });

let failed = false;
for (const row of rows) {
  const { first, every } = await measure(row);
  const tooMuch = [
    say(row.name, first, row.most, row.held),
    row.all !== undefined && say("  with every chunk", every, row.all),
  ];
  failed ||= tooMuch.includes(true);
}
process.exitCode = failed ? 1 : 0;
