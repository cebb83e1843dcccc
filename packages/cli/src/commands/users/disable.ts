import { Command } from "commander";
import { connect } from "../../connect.js";
import { oneOrMany, userId } from "../../find-user.js";
import {
  type Formatted,
  formatOption,
  fromFileOption,
  keepSessionsOption,
  reasonOption,
} from "../../options.js";

interface Given extends Formatted {
  reason?: string;
  fromFile?: string;
  keepSessions?: true;
}

export const disable = new Command("disable")
  .argument("[user]", "ID or e-mail address")
  .addOption(reasonOption())
  .addOption(fromFileOption())
  .addOption(keepSessionsOption())
  .addOption(formatOption())
  .action(async (user: string | undefined, given: Given, command: Command) => {
    const { reason, fromFile: file, format } = given;
    const how = { ...(reason && { reason }), revokeSessions: !given.keepSessions };
    const one = oneOrMany(user, file);
    if (one === undefined) {
      const { actOnMany } = await import("../../batch/many.js");
      const { bulkDisable } = await import("../../batch/bulk-disable.js");
      return actOnMany(command, { file: file ?? "", format, how: (hj) => bulkDisable(hj, how) });
    }
    const hj = await connect(command);
    const { printChange } = await import("../../output/print-change.js");

    return printChange(await hj.users.disable(await userId(hj, one), how), "Disabled", format);
  });
