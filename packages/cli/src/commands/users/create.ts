import type { CreateUserInput } from "@hellojohn/node";
import { Command } from "commander";
import { connect } from "../../connect.js";
import { say } from "../../failure.js";
import { type Formatted, formatOption } from "../../options.js";
import { secretFromStdin } from "../../stdin.js";
import { said } from "../../said.js";
import { UsageError } from "../../usage-error.js";

interface Given extends Formatted {
  email: string;
  name?: string;
  firstName?: string;
  lastName?: string;
  password?: string;
  passwordStdin?: true;
  verified?: true;
  org?: string;
  role?: string;
  tenantRole?: string;
}

function check({ role, org, password, passwordStdin }: Given): void {
  if (role !== undefined && org === undefined)
    throw new UsageError(
      "--role is a role in an organization: name it with --org. The role in the tenant is --tenant-role",
    );
  if (password !== undefined && passwordStdin)
    throw new UsageError("Give the password once, by --password or by --password-stdin");
}

async function inputOf(given: Given): Promise<CreateUserInput> {
  const { email, name, firstName, lastName, verified, org, role, tenantRole } = given;
  const password = given.passwordStdin ? await secretFromStdin("password") : given.password;
  const optional = {
    ...{ name, firstName, lastName, password, role: tenantRole },
    ...{ emailVerified: verified, organizationId: org, organizationRole: role },
  };
  return { email, ...said(optional) };
}

export const create = new Command("create")
  .requiredOption("--email <email>", "email address")
  .option("--name <name>", "full name")
  .option("--first-name <name>", "first name")
  .option("--last-name <name>", "last name")
  .option("--password <password>", "initial password; without one the user is invited by mail")
  .option("--password-stdin", "read the initial password from stdin")
  .option("--verified", "mark the address as proven")
  .option("--org <id>", "add to this organization")
  .option("--role <role>", "role in that organization")
  .option("--tenant-role <role>", "role in the tenant, member unless said")
  .addOption(formatOption())
  .action(async (given: Given, command: Command) => {
    check(given);
    const input = await inputOf(given);
    const hj = await connect(command);
    const { printUser } = await import("../../output/print-user.js");

    const user = await hj.users.create(input);
    await printUser(user, given.format);
    say(input.password ? `Created ${user.email}` : `Created ${user.email}, who is invited by mail`);
  });
