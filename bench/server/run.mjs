// `npm run bench:server -- --users 1000000 --on pglite`: the server's promises, measured beside their floor.
import { parseArgs } from "node:util";
import { build } from "../../scripts/build.mjs";
import { openStore } from "./data.mjs";
import { growthRow } from "./growth.mjs";
import { floor, serverRows, signIn, startRow } from "./measures.mjs";
import { startBare, startServer } from "./programs.mjs";

const { values } = parseArgs({
  options: {
    users: { type: "string", default: "100000" },
    on: { type: "string", default: "pglite,postgres" },
    minutes: { type: "string", default: "0" },
  },
});

async function measure(kind) {
  const store = await openStore(kind, Number(values.users));
  try {
    const first = await startRow(store);
    let server = await startServer(store);
    const { id } = await signIn(server, store);
    await server.stop();

    const bare = await startBare(store);
    const said = await floor(bare, id);
    await bare.stop();

    server = await startServer(store);
    const { access_token: access } = await signIn(server, store);
    const rows = [first, ...(await serverRows(server, store, { said, access }))];
    if (Number(values.minutes) > 0)
      rows.push(await growthRow(server, store, Number(values.minutes)));
    await server.stop();
    return rows;
  } finally {
    await store.close();
  }
}

await build(["server"], { kinds: ["js"] });
for (const kind of values.on.split(",")) {
  // oxlint-disable-next-line no-await-in-loop -- two at once would measure each other
  const rows = await measure(kind);
  console.log(`\n${kind}, ${values.users} users\n`);
  for (const { what, promise, figure, holds } of rows)
    console.log(
      `${holds ? "ok    " : "MISSED"} ${what.padEnd(24)} ${promise.padEnd(31)} ${figure}`,
    );
}
process.exit(0);
