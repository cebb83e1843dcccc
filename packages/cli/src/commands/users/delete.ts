import { Command } from "commander";
import { confirm } from "../../confirm.js";
import { connect } from "../../connect.js";
import { say } from "../../failure.js";
import { oneOrMany } from "../../find-user.js";
import {
  type Formatted,
  formatOption,
  fromFileOption,
  reasonOption,
  versionOption,
} from "../../options.js";
import { UsageError } from "../../usage-error.js";

interface Given extends Formatted {
  reason?: string;
  fromFile?: string;
  ifVersion?: number;
  yes?: true;
}

async function deleteMany(file: string, given: Given, command: Command): Promise<void> {
  const { reason, format, yes } = given;
  if (given.ifVersion !== undefined)
    throw new UsageError("--if-version speaks of one user; it does not go with --from-file");
  const { actOnMany } = await import("../../batch/many.js");
  const { oneByOne } = await import("../../batch/one-by-one.js");
  return actOnMany(command, {
    ...{ file, format },
    async confirm({ length }) {
      const question = `Delete ${length} users and everything held about them? This cannot be undone. Type ${length} to go on: `;
      if (!yes) await confirm(question, [String(length)]);
    },
    how: (hj) =>
      oneByOne(hj, "deleted", (id) => hj.users.delete(id, { ...(reason && { reason }) })),
  });
}

export const remove = new Command("delete")
  .argument("[user]", "ID or e-mail address")
  .option("-y, --yes", "do not ask")
  .addOption(reasonOption())
  .addOption(fromFileOption())
  .addOption(versionOption())
  .addOption(formatOption())
  .action(async (user: string | undefined, given: Given, command: Command) => {
    const { reason, ifVersion, yes, fromFile } = given;
    const one = oneOrMany(user, fromFile);
    if (one === undefined) return deleteMany(fromFile ?? "", given, command);
    const hj = await connect(command);
    const { id, email } = await (one.includes("@") ? hj.users.getByEmail(one) : hj.users.get(one));
    const question = `Delete ${email} (${id}) and everything held about this person? This cannot be undone. Type the e-mail address or y: `;
    if (!yes) await confirm(question, [email.toLowerCase(), "y", "yes"]);

    await hj.users.delete(id, { ...(reason && { reason }) }, { version: ifVersion });
    const { printAnswer } = await import("../../output/print.js");
    await printAnswer({ id, deleted: true }, given.format);
    return say(`Deleted ${email}`);
  });
