// Bundles a page for each table, all with the same React.
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";
import { root } from "../../scripts/process.mjs";

const here = join(root, "bench/table");
const data = join(root, "bench/.data/table");

const html = `<!doctype html><meta charset="utf-8"><link rel="stylesheet" href="styles.css">
<style>body{margin:0;font:16px sans-serif}[data-hj=user-rows][data-windowed]{block-size:640px}</style>
<div id="root"></div><script src="NAME.js"></script>`;

export const tables = ["floor", "user-rows", "admin-user-table", "tanstack", "mui", "ag-grid"];

async function buildPage(name) {
  const own = name === "admin-user-table";
  await build({
    entryPoints: { [name]: join(here, "pages", own ? `${name}.jsx` : "in-memory.jsx") },
    outdir: data,
    alias: {
      table: join(here, `pages/${name}.jsx`),
      react: join(root, "node_modules/react"),
      "react-dom": join(root, "node_modules/react-dom"),
    },
    define: { "process.env.NODE_ENV": '"production"' },
    ...{ bundle: true, minify: true, format: "iife", jsx: "automatic", logLevel: "error" },
  });
  await writeFile(join(data, `${name}.html`), html.replace("NAME", name));
}

/** Answers the folder of the pages. */
export async function buildPages() {
  await mkdir(data, { recursive: true });
  await Promise.all(tables.map(buildPage));
  const styles = join(root, "dist/styles/styles.css");
  await build({ entryPoints: [styles], outfile: join(data, "styles.css"), bundle: true });
  const chromium = join(root, "test/support/chromium.ts");
  // At this depth its own paths hold.
  await build({ entryPoints: [chromium], outfile: join(root, "bench/.data/chromium.mjs") });
  return data;
}
