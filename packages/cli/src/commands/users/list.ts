import type { ListUsersOptions, UserList } from "@hellojohn/node";
import { Command, Option } from "commander";
import { connect } from "../../connect.js";
import { say } from "../../failure.js";
import { between, type Formatted, formatOption, time } from "../../options.js";
import { createProgress } from "../../output/progress.js";

interface Given extends Formatted, Omit<ListUsersOptions, "q" | "signal" | "mfaEnrolled"> {
  all?: true;
  mfa?: boolean;
  verified?: boolean;
}

function queryOf({ all: _, format: __, mfa, verified, ...rest }: Given): ListUsersOptions {
  const { search, status, role, org, email, sort, order, limit, cursor } = rest;
  const { createdAfter, createdBefore } = rest;
  const query = { q: search, status, role, org, email, sort, order, limit, cursor };
  return { ...query, createdAfter, createdBefore, mfaEnrolled: mfa, emailVerified: verified };
}

async function* counted<T>(items: AsyncIterable<T>): AsyncGenerator<T> {
  const progress = createProgress();
  let count = 0;
  for await (const item of items) {
    progress.tell(`${++count} users`);
    yield item;
  }
  progress.clear();
}

/** The page as the API answers it. */
const answerOf = (
  { data, nextCursor, hasMore, total, totalIsEstimate }: UserList,
  limit: number,
) => ({
  data,
  pagination: { total, totalIsEstimate, limit, hasMore, nextCursor },
});

function tellRest({ users, nextCursor, total, totalIsEstimate }: UserList): void {
  if (!nextCursor) return;
  const of = `${totalIsEstimate ? "about " : ""}${total}`;
  say(`${users.length} of ${of} users. For the next: --cursor ${nextCursor}`);
}

export const list = new Command("list")
  .option("--search <query>", "search by email, name, or ID")
  .addOption(
    new Option("--status <status>", "only users of this status").choices([
      ...["active", "disabled", "unverified", "pending"],
    ]),
  )
  .option("--org <id>", "only members of this organization")
  .option("--role <role>", "only users of this role in the tenant")
  .option("--email <email>", "only the user with this address")
  .option("--mfa", "only users with a second factor")
  .option("--no-mfa", "only users without one")
  .option("--verified", "only users whose address is proven")
  .option("--no-verified", "only users whose address is not")
  .option("--created-after <time>", "only users made at this time or later", time)
  .option("--created-before <time>", "only users made at this time or before", time)
  .addOption(
    new Option("--sort <field>", "what they are sorted by").choices([
      ...["created_at", "email", "name", "last_sign_in_at"],
    ]),
  )
  .addOption(new Option("--order <order>", "which way").choices(["asc", "desc"]))
  .option("--limit <n>", "results per page, 20 unless said, at most 100", between(1, 100))
  .option("--cursor <token>", "where the page before ended")
  .addOption(new Option("--all", "every page, one after the other").conflicts("limit"))
  .addOption(formatOption())
  .action(async (given: Given, command: Command) => {
    const { format, all } = given;
    const query = queryOf(given);
    const hj = await connect(command);
    const { printJson, printRows } = await import("../../output/print.js");
    const { userView } = await import("../../output/views.js");

    if (all) return printRows(counted(hj.users.all(query)), format, userView);
    const page = await hj.users.list(query);
    if (format === "json") return printJson(answerOf(page, given.limit ?? 20));
    await printRows(page.users, format, userView);
    return tellRest(page);
  });
