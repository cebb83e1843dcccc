// What AdminUserTable costs beside a window in plain React and the tables of others: `npm run bench:table`.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { build } from "../../scripts/build.mjs";
import { root } from "../../scripts/process.mjs";
import { buildPages, tables } from "./build-pages.mjs";
import { measure } from "./measure.mjs";

const [rounds = 5] = process.argv.slice(2).map(Number);
const counts = [1000, 10_000, 100_000];
const figures = ["paint", "key", "scroll", "change", "worst", "nodes", "redrawn"];

function install() {
  if (existsSync(join(root, "bench/table/node_modules"))) return;
  const npm = spawnSync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], {
    cwd: join(root, "bench/table"),
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  if (npm.status !== 0) throw new Error("The other tables could not be installed");
}

const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];

function print(count, results) {
  console.log(`\n${count.toLocaleString("en")} users (ms of the main thread; × the floor)`);
  console.log(["table".padEnd(18), ...figures.map((it) => it.padStart(16))].join(""));
  const summary = (name, figure) => median(results.get(name).map((it) => it[figure]));
  for (const name of tables) {
    const cells = figures.map((figure) => {
      const value = summary(name, figure);
      if (figure === "nodes" || figure === "redrawn") return String(value).padStart(16);
      const ratio = value / summary("floor", figure);
      return `${value.toFixed(1)} (${ratio.toFixed(2)})`.padStart(16);
    });
    console.log([name.padEnd(18), ...cells].join(""));
  }
}

install();
await build(["contract", "react"], { kinds: ["js"] });
const pages = await buildPages();
const { findChromium } = await import(pathToFileURL(join(root, "bench/.data/chromium.mjs")).href);
const browser = await chromium.launch(await findChromium());
try {
  /* oxlint-disable no-await-in-loop -- one at a time, or they would measure each other */
  for (const count of counts) {
    const results = new Map(tables.map((name) => [name, []]));
    for (let round = 0; round < rounds; round++) {
      // Whoever comes first has the colder machine; everyone does in turn.
      const order = [
        ...tables.slice(round % tables.length),
        ...tables.slice(0, round % tables.length),
      ];
      for (const name of order) {
        const url = pathToFileURL(join(pages, `${name}.html`)).href;
        results.get(name).push(await measure(browser, { url, count }));
      }
    }
    print(count, results);
  }
} finally {
  await browser.close();
}
