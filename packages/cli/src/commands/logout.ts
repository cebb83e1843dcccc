import { Command } from "commander";
import { say } from "../failure.js";
import { readConfig, writeConfig } from "../settings/config-file.js";
import { namedProfile } from "../settings/settings.js";
import { NotDone } from "../usage-error.js";

export const logout = new Command("logout").action((_: object, command: Command) => {
  const { current, profiles } = readConfig();
  const name = namedProfile(command.optsWithGlobals()) ?? current;
  if (!profiles.delete(name)) throw new NotDone(`There is no profile "${name}"`);
  const [other = "default"] = profiles.keys();
  writeConfig({ current: current === name ? other : current, profiles });
  say(`Logged out of profile ${name}; the key itself still works`);
});
