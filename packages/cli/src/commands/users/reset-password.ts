import { Command } from "commander";
import { connect } from "../../connect.js";
import { say } from "../../failure.js";
import { oneOrMany, userId } from "../../find-user.js";
import { type Formatted, formatOption, fromFileOption } from "../../options.js";
import { secretFromStdin } from "../../stdin.js";
import { UsageError } from "../../usage-error.js";

interface Given extends Formatted {
  sendEmail?: true;
  temporaryPassword?: string;
  passwordStdin?: true;
  fromFile?: string;
  signOut?: true;
}

async function resetMany(file: string, given: Given, command: Command): Promise<void> {
  const { actOnMany } = await import("../../batch/many.js");
  const { keyForOne } = await import("../../batch/key-for-one.js");
  const { oneByOne } = await import("../../batch/one-by-one.js");
  const body = { revokeSessions: given.signOut === true };
  return actOnMany(command, {
    ...{ file, format: given.format },
    how: (hj, users) =>
      oneByOne(hj, "sent", (id) =>
        hj.users.resetPassword(id, body, { idempotencyKey: keyForOne(id, users) }),
      ),
  });
}

async function temporaryPassword(given: Given): Promise<string | undefined> {
  if (given.temporaryPassword !== undefined && given.passwordStdin)
    throw new UsageError("Give the password once");
  return given.passwordStdin ? secretFromStdin("password") : given.temporaryPassword;
}

export const resetPassword = new Command("reset-password")
  .argument("[user]", "ID or e-mail address")
  .option("--send-email", "mail the link; done unless a temporary password is given")
  .option("--temporary-password <password>", "set this password")
  .option("--password-stdin", "set the password that stands on stdin")
  .option("--sign-out", "end the user's sessions; a temporary password always does")
  .addOption(fromFileOption())
  .addOption(formatOption())
  .action(async (user: string | undefined, given: Given, command: Command) => {
    const one = oneOrMany(user, given.fromFile);
    if (one === undefined) {
      if (given.temporaryPassword !== undefined || given.passwordStdin)
        throw new UsageError("One password for many users is no secret; each can be mailed a link");
      return resetMany(given.fromFile ?? "", given, command);
    }
    const password = await temporaryPassword(given);
    const hj = await connect(command);
    const { printChange } = await import("../../output/print-change.js");

    const id = await userId(hj, one);
    if (password !== undefined) {
      const change = await hj.users.setPassword(id, { password, signOutAllSessions: true });
      await printChange(change, "Set the password of", given.format);
      if (!given.sendEmail) return undefined;
    }
    const change = await hj.users.resetPassword(id, { revokeSessions: given.signOut === true });
    if (password === undefined) await printChange(change, "Mailed a link to", given.format);
    else say(`Mailed a link to ${change.user.email}`);
    return undefined;
  });
