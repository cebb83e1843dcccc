// What a page pays: ESM, minified, gzip; react, react-dom and @tanstack/react-query are the app's own.
import { gzipSync } from "node:zlib";
import { build as bundle } from "esbuild";
import { build } from "./build.mjs";
import { root } from "./process.mjs";

const provider = "HelloJohnProvider, useUser";
/** Name, promise in KB, what is imported, and the size held meanwhile where the promise is not reached yet. */
const rows = [
  ["HelloJohnProvider + useUser", 8, `export { ${provider} } from "@hellojohn/react"`],
  [
    "… + ProfileForm + PasswordForm",
    13,
    `export { ${provider}, ProfileForm, PasswordForm } from "@hellojohn/react"`,
    13.7,
  ],
  ["styles.css", 4, `@import "@hellojohn/react/styles.css"`],
];

await build(["react"], { kinds: ["js"] });

let failed = false;
for (const [name, limit, contents, held = limit] of rows) {
  const { outputFiles } = await bundle({
    stdin: { contents, resolveDir: root, loader: name.endsWith(".css") ? "css" : "js" },
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    target: "es2022",
    external: ["react", "react-dom", "react/jsx-runtime", "@tanstack/react-query"],
    logLevel: "error",
  });
  const bytes = gzipSync(outputFiles[0].contents, { level: 9 }).length;
  const over = bytes > held * 1000;
  failed ||= over;
  const missed = bytes > limit * 1000 ? `  over the promise; held at ${held} KB` : "";
  const size = `${(bytes / 1000).toFixed(2)} KB`.padStart(9);
  console.log(
    `${name.padEnd(32)} ${size}  of ${String(limit).padStart(2)} KB${over ? "  TOO BIG" : missed}`,
  );
}
process.exitCode = failed ? 1 : 0;
