import { Command } from "commander";
import { say } from "../../failure.js";
import { profileName } from "../../options.js";
import { readConfig, writeConfig } from "../../settings/config-file.js";
import { UsageError } from "../../usage-error.js";

export const use = new Command("use")
  .argument("<name>", "profile", profileName)
  .action((name: string) => {
    const { profiles } = readConfig();
    if (!profiles.has(name))
      throw new UsageError(`There is no profile "${name}"; see: hj profiles list`);
    writeConfig({ current: name, profiles });
    say(`Using profile ${name}`);
  });
