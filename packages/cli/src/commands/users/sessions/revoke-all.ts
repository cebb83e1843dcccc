import { Command } from "commander";
import { connect } from "../../../connect.js";
import { say } from "../../../failure.js";
import { userId } from "../../../find-user.js";
import { type Formatted, formatOption } from "../../../options.js";

export const revokeAll = new Command("revoke-all")
  .argument("<user>", "ID or e-mail address")
  .addOption(formatOption())
  .action(async (user: string, { format }: Formatted, command: Command) => {
    const hj = await connect(command);
    const { printAnswer } = await import("../../../output/print.js");
    const { sessionsEnded } = await import("../../../output/print-change.js");

    const answer = await hj.sessions.revokeAll(await userId(hj, user));
    await printAnswer(answer, format);
    say(sessionsEnded(answer.revoked));
  });
