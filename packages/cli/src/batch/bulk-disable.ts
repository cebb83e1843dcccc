import { HelloJohnError } from "@hellojohn/contract/errors";
import type { HelloJohn } from "@hellojohn/node";
import { userId } from "../find-user.js";
import { endsAll, failed, type Outcome } from "./outcome.js";
import type { Batch, Step } from "./run-batch.js";

/** As many go in one call; few enough that stopping does not wait long. */
const size = 100;

type Found = { user: string; id: string } | Outcome;

async function find(hj: HelloJohn, user: string): Promise<Found> {
  try {
    return { user, id: await userId(hj, user) };
  } catch (error) {
    if (!HelloJohnError.is(error) || endsAll(error)) throw error;
    return failed(user, error);
  }
}

/** Disables by the API's call for many. */
export function bulkDisable(
  hj: HelloJohn,
  how: { reason?: string; revokeSessions: boolean },
): Pick<Batch, "size" | "act"> {
  const act = async (users: readonly string[]): Promise<Step> => {
    const found: Found[] = [];
    for (const user of users) {
      // oxlint-disable-next-line no-await-in-loop -- addresses are few, and a hundred calls at once are too many
      found.push(await find(hj, user));
    }
    const userIds = [...new Set(found.flatMap((each) => ("id" in each ? [each.id] : [])))];
    if (userIds.length === 0) return { outcomes: found as Outcome[] };
    const { results } = await hj.users.bulkDisable({ userIds, ...how });
    const byId = new Map(results.map((result) => [result.userId, result]));
    const outcomes = found.map((each): Outcome => {
      if (!("id" in each)) return each;
      const { outcome = "unknown", code = null } = byId.get(each.id) ?? {};
      return { user: each.user, outcome, code };
    });
    return { outcomes };
  };
  return { size, act };
}
