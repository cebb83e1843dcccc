import { ConfigError } from "../config.js";
import { closest, type Command, type Terminal, UsageError } from "./command.js";

type Load = () => Promise<Command>;

/** Loaded when asked for, so that each starts quickly. */
const commands: Record<string, Load> = {
  serve: async () => (await import("./serve.js")).serve,
  init: async () => (await import("./init.js")).init,
  "keys create": async () => (await import("./keys-create.js")).keysCreate,
  "users seed": async () => (await import("./users-seed.js")).usersSeed,
  migrate: async () => (await import("./migrate.js")).migrate,
  policy: async () => (await import("./policy.js")).policy,
};

const program = "hellojohn-server";

async function help(): Promise<string> {
  const all = await Promise.all(Object.values(commands).map((load) => load()));
  const lines = all.map(({ usage, summary }) => `  ${program} ${usage}\n      ${summary}`);
  return [
    "The HelloJohn users API. Settings come from the environment.",
    "",
    ...lines,
    "",
    "PORT HOST DATABASE_URL HELLOJOHN_DATA_DIR HELLOJOHN_PUBLIC_URL HELLOJOHN_APP_URL",
    "HELLOJOHN_ALLOWED_ORIGINS HELLOJOHN_TRUSTED_PROXIES HELLOJOHN_RATE_LIMIT_SCALE",
    "HELLOJOHN_MAIL_FROM HELLOJOHN_DEMO SMTP_URL NODE_ENV LOG_LEVEL",
  ].join("\n");
}

/** The command at the front of the words, and the words after it. */
function find(words: string[]): { load: Load; rest: string[] } {
  const named = words.findIndex((word) => word.startsWith("-"));
  const names = named === -1 ? words : words.slice(0, named);
  const name = names.length === 0 ? "serve" : names.join(" ");
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (load) return { load, rest: words.slice(names.length) };
  const meant = closest(name, Object.keys(commands));
  throw new UsageError(
    `There is no command "${name}".${meant ? ` Did you mean "${meant}"?` : ""} See ${program} --help`,
  );
}

/** Runs the program and answers its exit code: 0 done, 1 failed, 2 misused. */
export async function run(words: string[], terminal: Terminal): Promise<number> {
  try {
    if (words.includes("--help") || words.includes("-h") || words[0] === "help") {
      terminal.print(await help());
      return 0;
    }
    const { load, rest } = find(words);
    const command = await load();
    return await command.run(rest, terminal);
  } catch (error) {
    const isMisuse = error instanceof UsageError || error instanceof ConfigError;
    terminal.say(error instanceof Error ? error.message : String(error));
    return isMisuse ? 2 : 1;
  }
}
