import { Command } from "commander";
import { connect } from "../../../connect.js";
import { userId } from "../../../find-user.js";
import { type Formatted, formatOption } from "../../../options.js";

export const list = new Command("list")
  .argument("<user>", "ID or e-mail address")
  .addOption(formatOption())
  .action(async (user: string, { format }: Formatted, command: Command) => {
    const hj = await connect(command);
    const { printJson, printRows } = await import("../../../output/print.js");
    const { factorView } = await import("../../../output/views.js");

    const data = await hj.mfa.list(await userId(hj, user));
    return format === "json" ? printJson({ data }) : printRows(data, format, factorView);
  });
