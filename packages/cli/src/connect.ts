import type { HelloJohn } from "@hellojohn/node";
import type { Command } from "commander";
import { readSettings, type Settings } from "./settings/settings.js";
import { UsageError } from "./usage-error.js";

/** A client with these settings, loaded when it is needed: most of a start would be its. */
export async function openClient({
  apiUrl,
  secretKey,
  tenantId,
  timeoutMs,
}: Settings): Promise<HelloJohn> {
  if (!secretKey)
    throw new UsageError("There is no secret key: run `hj login`, or set HELLOJOHN_SECRET_KEY");
  const { HelloJohn } = await import("@hellojohn/node");
  try {
    // An empty tenant keeps the SDK from the environment, which has had its turn.
    return new HelloJohn({ apiUrl, secretKey, tenantId: tenantId ?? "", timeoutMs });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/** HelloJohn by the key and server that a command was given. */
export const connect = async (command: Command): Promise<HelloJohn> =>
  openClient(readSettings(command));
