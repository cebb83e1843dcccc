import type { Command } from "commander";
import { UsageError } from "../usage-error.js";
import { type Profile, readConfig } from "./config-file.js";

/** What may be said before or after every command. */
export interface GlobalOptions {
  apiUrl?: string;
  secretKey?: string;
  tenant?: string;
  profile?: string;
  timeout: number;
  verbose?: true;
}

export interface Settings {
  apiUrl: string | undefined;
  secretKey: string | undefined;
  tenantId: string | undefined;
  timeoutMs: number;
}

type Part = Partial<Omit<Settings, "timeoutMs">>;

const fromEnvironment = (name: string): string | undefined =>
  process.env[`HELLOJOHN_${name}`]?.trim() || undefined;

/** The profile that was named, by flag or environment. */
export const namedProfile = ({ profile }: GlobalOptions): string | undefined =>
  profile ?? fromEnvironment("PROFILE");

function profileOf(options: GlobalOptions): Profile | undefined {
  const { current, profiles } = readConfig();
  const name = namedProfile(options);
  if (name !== undefined && !profiles.has(name))
    throw new UsageError(`There is no profile "${name}"; see: hj profiles list`);
  return profiles.get(name ?? current);
}

/**
 * Flag before environment before profile. A profile named on the command line is a flag too: its key must not go to the
 * server that the environment speaks of.
 */
export function readSettings(command: Command): Settings {
  const options: GlobalOptions = command.optsWithGlobals();
  const flags: Part = {
    apiUrl: options.apiUrl,
    secretKey: options.secretKey,
    tenantId: options.tenant,
  };
  const environment: Part = {
    apiUrl: fromEnvironment("API_URL"),
    secretKey: fromEnvironment("SECRET_KEY"),
    tenantId: fromEnvironment("TENANT_ID"),
  };
  const rest: Part = options.profile ? {} : environment;
  const isComplete = Boolean((flags.secretKey ?? rest.secretKey) && (flags.apiUrl ?? rest.apiUrl));
  const profile = isComplete && !options.profile ? undefined : profileOf(options);
  const first = (name: keyof Part) => flags[name] ?? rest[name] ?? profile?.[name];
  const ownKey = flags.secretKey === undefined && rest.secretKey === undefined;
  return {
    apiUrl: first("apiUrl"),
    secretKey: first("secretKey"),
    // The tenant of a profile is the tenant of its key, and of no other.
    tenantId: flags.tenantId ?? rest.tenantId ?? (ownKey ? profile?.tenantId : undefined),
    timeoutMs: options.timeout * 1000,
  };
}
