// `npm start`: builds what is missing, then runs the API on its embedded database and the demo app.
import { createWriteStream, mkdirSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { build } from "./build.mjs";
import { startDemo } from "./demo.mjs";
import { root } from "./process.mjs";

const isFree = (port) =>
  new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    socket.once("connect", () => resolve(!socket.destroy()));
    socket.once("error", () => resolve(true));
  });

const note = setTimeout(() => console.log("Building; this takes a moment the first time …"), 1000);
await build(undefined, { kinds: ["js"] });
clearTimeout(note);

const folder = join(root, ".hellojohn");
mkdirSync(folder, { recursive: true });
const log = createWriteStream(join(folder, "server.log"), { flags: "a" });
const port = process.env.PORT ?? ((await isFree(8787)) ? "8787" : "0");

const { appUrl, apiUrl, demo, ended, stop } = await startDemo({
  appPort: Number(process.env.DEMO_PORT ?? 5173),
  env: {
    PORT: port,
    HELLOJOHN_DEMO_USERS: process.env.HELLOJOHN_DEMO_USERS ?? "10000",
    HELLOJOHN_DATA_DIR: process.env.HELLOJOHN_DATA_DIR ?? join(folder, "data"),
  },
  onLog: (text) => log.write(text),
}).catch((error) => {
  console.error(error.message);
  process.exit(1);
});

const people = demo.users.map(({ email, role }) => `  ${email.padEnd(28)} ${role}`);
console.log(`
  HelloJohn is running.

  App       ${appUrl}
  Support   ${appUrl}/support   (the table of users through a gateway)
  API       ${apiUrl}
  Mailbox   ${apiUrl}/dev/mailbox
  Log       .hellojohn/server.log

  Sign in as one of these, with the password ${demo.users[0].password}
${people.join("\n")}

  Ctrl-C ends it. Everything is kept in .hellojohn/ for the next time.
`);

let ending = false;
const end = async () => {
  if (ending) return;
  ending = true;
  await stop();
  process.exit(0);
};
process.on("SIGINT", end);
process.on("SIGTERM", end);

const code = await ended;
if (!ending) {
  console.error(`The server ended with code ${code}; see .hellojohn/server.log`);
  process.exit(1);
}
