import { Command } from "commander";
import { say } from "../../failure.js";
import { readConfig, writeConfig } from "../../settings/config-file.js";
import { UsageError } from "../../usage-error.js";

export const use = new Command("use").argument("<tenant>", "tenant ID").action((tenant: string) => {
  const { current, profiles } = readConfig();
  const holders = [...profiles].filter(([, { tenantId }]) => tenantId === tenant);
  const [name] = holders.find(([holder]) => holder === current) ?? holders[0] ?? [];
  if (name === undefined)
    throw new UsageError(
      `No key of ${tenant} is kept; a key belongs to one tenant: hj login --profile <name>`,
    );
  writeConfig({ current: name, profiles });
  say(`Using ${tenant} by profile ${name}`);
});
