import { Command } from "commander";
import { connect } from "../../../connect.js";
import { say } from "../../../failure.js";
import { userId } from "../../../find-user.js";
import { type Formatted, formatOption } from "../../../options.js";

interface Given extends Formatted {
  factorId: string;
}

export const remove = new Command("remove")
  .argument("<user>", "ID or e-mail address")
  .requiredOption("--factor-id <id>", "the factor, as the list names it")
  .addOption(formatOption())
  .action(async (user: string, { factorId, format }: Given, command: Command) => {
    const hj = await connect(command);
    const { printAnswer } = await import("../../../output/print.js");

    await hj.mfa.remove(await userId(hj, user), factorId);
    await printAnswer({ id: factorId, removed: true }, format);
    say(`Removed ${factorId}`);
  });
