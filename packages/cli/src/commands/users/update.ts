import type { UpdateUserInput } from "@hellojohn/node";
import { Command } from "commander";
import { connect } from "../../connect.js";
import { say } from "../../failure.js";
import { userId } from "../../find-user.js";
import { type Formatted, formatOption, versionOption } from "../../options.js";
import { said } from "../../said.js";
import { UsageError } from "../../usage-error.js";

interface Given extends Formatted {
  email?: string;
  name?: string;
  firstName?: string;
  lastName?: string;
  skipVerification?: true;
  tenantRole?: string;
  metadataKey: string[];
  metadataValue: string[];
  public?: true;
  ifVersion?: number;
}

/** What is JSON is meant as JSON, `null` removes the key; anything else is text. */
function valueOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function metadataOf({ metadataKey: keys, metadataValue: values }: Given) {
  if (keys.length !== values.length)
    throw new UsageError("Each --metadata-key goes with one --metadata-value");
  if (keys.length === 0) return undefined;
  return Object.fromEntries(keys.map((key, at) => [key, valueOf(values[at] ?? "")]));
}

function changesOf(given: Given): UpdateUserInput {
  const { email, name, firstName, lastName, skipVerification, tenantRole } = given;
  if (skipVerification && email === undefined)
    throw new UsageError("--skip-verification speaks of a new address: give it with --email");
  const changes = {
    ...{ email, name, firstName, lastName, role: tenantRole, emailVerified: skipVerification },
    [given.public ? "publicMetadata" : "privateMetadata"]: metadataOf(given),
  };
  const input = said(changes);
  if (Object.keys(input).length === 0) throw new UsageError("Nothing is to be changed; see --help");
  return input;
}

const more = (value: string, values: string[]): string[] => [...values, value];

export const update = new Command("update")
  .argument("<user>", "ID or e-mail address")
  .option("--email <email>", "new email address; it counts once it is proven")
  .option("--name <name>", "full name")
  .option("--first-name <name>", "first name")
  .option("--last-name <name>", "last name")
  .option("--skip-verification", "set the new address without asking for proof")
  .option("--metadata-key <key>", "set a custom metadata key; may be repeated", more, [])
  .option("--metadata-value <value>", "its value, JSON or text; null removes the key", more, [])
  .option("--public", "the metadata is public: the user and her tokens have it")
  .option("--tenant-role <role>", "role in the tenant")
  .addOption(versionOption())
  .addOption(formatOption())
  .action(async (user: string, given: Given, command: Command) => {
    const changes = changesOf(given);
    const hj = await connect(command);
    const { printUser } = await import("../../output/print-user.js");

    const id = await userId(hj, user);
    const changed = await hj.users.update(id, changes, { version: given.ifVersion });
    await printUser(changed, given.format);
    if (changed.pendingEmail) say(`${changed.pendingEmail} counts once it is proven`);
    say(`Updated ${changed.email}`);
  });
