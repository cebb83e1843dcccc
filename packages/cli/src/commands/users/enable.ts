import { Command } from "commander";
import { connect } from "../../connect.js";
import { oneOrMany, userId } from "../../find-user.js";
import { type Formatted, formatOption, fromFileOption, reasonOption } from "../../options.js";

interface Given extends Formatted {
  reason?: string;
  fromFile?: string;
}

export const enable = new Command("enable")
  .argument("[user]", "ID or e-mail address")
  .addOption(reasonOption())
  .addOption(fromFileOption())
  .addOption(formatOption())
  .action(async (user: string | undefined, given: Given, command: Command) => {
    const { reason, fromFile: file, format } = given;
    const why = { ...(reason && { reason }) };
    const one = oneOrMany(user, file);
    if (one === undefined) {
      const { actOnMany } = await import("../../batch/many.js");
      const { oneByOne } = await import("../../batch/one-by-one.js");
      return actOnMany(command, {
        ...{ file: file ?? "", format },
        how: (hj) => oneByOne(hj, "enabled", (id) => hj.users.enable(id, why)),
      });
    }
    const hj = await connect(command);
    const { printChange } = await import("../../output/print-change.js");

    return printChange(await hj.users.enable(await userId(hj, one), why), "Enabled", format);
  });
