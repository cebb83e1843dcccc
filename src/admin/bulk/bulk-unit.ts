import type { BulkDisableInput } from "@hellojohn/contract";
import { adminEndpoints as rows } from "@hellojohn/contract/admin-endpoints";
import { send } from "../react/action-options.js";
import type { AdminClient } from "../react/admin-client.js";
import { type BulkTarget, singly } from "./bulk-action.js";
import type { BulkEntry } from "./bulk-ledger.js";
import type { BulkPlan } from "./plan-bulk-run.js";

/** What is sent at once, and has its effect at most once. */
export interface Unit {
  readonly users: readonly BulkTarget[];
  readonly key: string;
}

type Settled = Pick<BulkEntry, "outcome" | "code">;

/** Small enough to see a long run move. */
const chunkSize = 200;

/** The units of a run; their keys are made once, so that whatever is sent again is the same thing. */
export function unitsOf({ action, targets, permissions }: BulkPlan, runId: string): Unit[] {
  const isMany = action.name === "disable" && permissions?.operations.includes("bulkDisable");
  const size = isMany ? chunkSize : 1;
  return Array.from({ length: Math.ceil(targets.length / size) }, (_, at) => ({
    users: targets.slice(at * size, (at + 1) * size),
    key: `${runId}.${at}`,
  }));
}

/** Sends a unit, and tells what became of each of its users. */
export async function sendUnit(
  admin: AdminClient,
  { action: { name, ...body } }: BulkPlan,
  { users, key: idempotencyKey }: Unit,
): Promise<(id: string) => Settled> {
  const userIds = users.map(({ id }) => id);
  const [id = "", ...others] = userIds;
  if (others.length === 0) {
    await send(admin, singly(name), { id, ...body }, { idempotencyKey });
    return () => ({ outcome: "done" });
  }
  const { results } = await admin.call(rows.bulkDisable, {
    ...{ idempotencyKey, timeoutMs: 60_000 },
    body: { userIds, ...body } as BulkDisableInput,
  });
  const byId = new Map(
    results.map(({ userId, outcome, code }): [string, Settled] => [
      userId,
      { outcome: outcome === "disabled" ? "done" : outcome, code },
    ]),
  );
  return (user) => byId.get(user) ?? { outcome: "refused", code: "invalid_response" };
}
