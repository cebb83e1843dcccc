import { Command } from "commander";
import { connect } from "../../../connect.js";
import { say } from "../../../failure.js";
import { type Formatted, formatOption } from "../../../options.js";

export const revoke = new Command("revoke")
  .argument("<session>", "session ID")
  .addOption(formatOption())
  .action(async (session: string, { format }: Formatted, command: Command) => {
    const hj = await connect(command);
    const { printAnswer } = await import("../../../output/print.js");
    const { sessionsEnded } = await import("../../../output/print-change.js");

    const answer = await hj.sessions.revoke(session);
    await printAnswer(answer, format);
    say(sessionsEnded(answer.revoked));
  });
