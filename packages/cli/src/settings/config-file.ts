import { mkdirSync, readFileSync, statSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, isAbsolute, join } from "node:path";
import { writePrivately } from "../write-privately.js";
import { UsageError } from "../usage-error.js";

/** A server, a key of one of its tenants, and that tenant. */
export interface Profile {
  apiUrl: string;
  secretKey: string;
  tenantId: string;
  tenantName: string;
}

export interface Config {
  current: string;
  profiles: Map<string, Profile>;
}

export function configPath(): string {
  const given = process.env["XDG_CONFIG_HOME"] ?? "";
  // A relative one is to be ignored, the standard says.
  const base = isAbsolute(given) ? given : join(homedir(), ".config");
  return join(base, "hellojohn", "config.json");
}

/** It holds secret keys, so it is read only where nobody else could have. */
function refuseOpen(path: string): void {
  if (process.platform === "win32" || (statSync(path).mode & 0o077) === 0) return;
  throw new UsageError(`${path} holds secret keys and others may read it; run: chmod 600 ${path}`);
}

const isProfile = (value: unknown): value is Profile => {
  const { apiUrl, secretKey, tenantId } = (value ?? {}) as Partial<Profile>;
  return [apiUrl, secretKey, tenantId].every((text) => typeof text === "string");
};

function parse(text: string, path: string): Config {
  try {
    const { current, profiles } = JSON.parse(text) as { current?: unknown; profiles?: object };
    const entries = Object.entries(profiles ?? {}).filter(([, profile]) => isProfile(profile));
    return { current: String(current ?? "default"), profiles: new Map(entries) };
  } catch {
    throw new UsageError(`${path} is not JSON; repair it, or remove it and log in again`);
  }
}

/** Who has never logged in has an empty one. */
export function readConfig(): Config {
  const path = configPath();
  try {
    refuseOpen(path);
    return parse(readFileSync(path, "utf8"), path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    return { current: "default", profiles: new Map() };
  }
}

export function writeConfig({ current, profiles }: Config): void {
  const path = configPath();
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const text = JSON.stringify({ current, profiles: Object.fromEntries(profiles) }, null, 2);
  writePrivately(path, `${text}\n`);
}
