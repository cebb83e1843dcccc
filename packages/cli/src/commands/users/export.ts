import { Command } from "commander";
import { connect } from "../../connect.js";
import { say } from "../../failure.js";
import { userId } from "../../find-user.js";

interface Given {
  output?: string;
}

export const exportUser = new Command("export")
  .argument("<user>", "ID or e-mail address")
  .option("--output <file>", "the file to write, instead of stdout")
  .action(async (user: string, { output }: Given, command: Command) => {
    const hj = await connect(command);
    const { printJson } = await import("../../output/print.js");

    const data = await hj.users.export(await userId(hj, user));
    if (output === undefined || output === "-") return printJson(data);
    const { writePrivately } = await import("../../write-privately.js");
    const { jsonOf } = await import("../../output/formats.js");
    writePrivately(output, `${jsonOf(data)}\n`);
    return say(`Wrote ${output}`);
  });
