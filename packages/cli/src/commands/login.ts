import { Command } from "commander";
import { openClient } from "../connect.js";
import { say } from "../failure.js";
import { readConfig, writeConfig } from "../settings/config-file.js";
import { type GlobalOptions, namedProfile } from "../settings/settings.js";
import { secretFromStdin } from "../stdin.js";
import { UsageError } from "../usage-error.js";

interface Given {
  keyStdin?: true;
}

const usualUrl = "https://api.hellojohn.dev";

/** The address and the key, by what was said or by asking. */
async function credentialsOf(
  { keyStdin }: Given,
  { apiUrl = process.env["HELLOJOHN_API_URL"]?.trim() || undefined, secretKey }: GlobalOptions,
): Promise<{ apiUrl: string; secretKey: string }> {
  if (secretKey !== undefined) return { apiUrl: apiUrl ?? usualUrl, secretKey };
  if (keyStdin) return { apiUrl: apiUrl ?? usualUrl, secretKey: await secretFromStdin("key") };
  if (!process.stdin.isTTY)
    throw new UsageError("Nobody is here to be asked for the key: pipe it in with --key-stdin");
  const { ask, askSecret } = await import("../ask.js");
  const url = apiUrl ?? (await ask("Address of the API", usualUrl));
  return { apiUrl: url, secretKey: await askSecret("Secret key (sk_…)") };
}

export const login = new Command("login")
  .option("--key-stdin", "read the key from stdin")
  .action(async (given: Given, command: Command) => {
    const options: GlobalOptions = command.optsWithGlobals();
    // Without a name it is the first profile, never whichever is current: its key would be lost.
    const name = namedProfile(options) ?? "default";
    const credentials = await credentialsOf(given, options);
    const timeoutMs = options.timeout * 1000;
    const hj = await openClient({ ...credentials, tenantId: options.tenant, timeoutMs });
    const { tenant } = await hj.permissions();

    const config = readConfig();
    const secretKey = credentials.secretKey.trim();
    config.profiles.set(name, {
      ...{ apiUrl: credentials.apiUrl, secretKey },
      ...{ tenantId: tenant.id, tenantName: tenant.name },
    });
    writeConfig({ ...config, current: name });
    say(`Logged in to ${tenant.name} (${tenant.id}) as profile ${name}`);
  });
