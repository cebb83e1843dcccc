import { Command } from "commander";
import { connect } from "../../connect.js";
import { userId } from "../../find-user.js";
import { duration, text } from "../../options.js";

interface Given {
  reason: string;
  duration: string;
}

export const impersonate = new Command("impersonate")
  .argument("<user>", "ID or e-mail address")
  .requiredOption("--reason <text>", "reason for impersonation; audited", text)
  .option(
    "--duration <time>",
    "how long the token lives: 15m, 30m, 1h; at most 24h",
    duration,
    "1h",
  )
  .action(async (user: string, given: Given, command: Command) => {
    const hj = await connect(command);
    const { printJson } = await import("../../output/print.js");

    const id = await userId(hj, user);
    const { reason, duration: expiresIn } = given;
    const { accessToken, expiresAt, impersonatedUserId, auditEventId } = await hj.users.impersonate(
      id,
      { reason, expiresIn },
    );
    await printJson({
      accessToken,
      // Whole seconds, as a token counts.
      expiresAt: expiresAt.toISOString().replace(/\.\d+Z$/, "Z"),
      userId: impersonatedUserId,
      auditEventId,
    });
  });
