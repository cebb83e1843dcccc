import { Command } from "commander";
import { connect } from "../../connect.js";
import { userId } from "../../find-user.js";
import { type Formatted, formatOption } from "../../options.js";
import { UsageError } from "../../usage-error.js";

interface Given extends Formatted {
  email?: string;
}

export const get = new Command("get")
  .argument("[user]", "ID or e-mail address")
  .option("--email <email>", "the user with this address")
  .addOption(formatOption())
  .action(async (user: string | undefined, { email, format }: Given, command: Command) => {
    if ((user === undefined) === (email === undefined))
      throw new UsageError("Name one user, by ID or with --email");
    const hj = await connect(command);
    const { printJson, printRows, write } = await import("../../output/print.js");
    const { userView } = await import("../../output/views.js");
    const { userPage } = await import("../../output/user-page.js");

    const id =
      email === undefined ? await userId(hj, user ?? "") : (await hj.users.getByEmail(email)).id;
    const found = await hj.users.get(id, { include: "factors,connections,organizations" });
    if (format === "json") return printJson(found);
    if (format === "table") return write(userPage(found));
    return printRows([found], format, userView);
  });
