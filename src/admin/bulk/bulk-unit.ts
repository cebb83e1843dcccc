import { adminEndpoints as rows } from "@hellojohn/contract/admin-endpoints";
import { type ActionOptions, send } from "../react/action-options.js";
import type { AdminClient } from "../react/admin-client.js";
import type { BulkAction, BulkTarget } from "./bulk-action.js";
import type { BulkPlan } from "./plan-bulk-run.js";

/** What is sent at once, and has its effect at most once. */
export interface Unit {
  readonly users: readonly BulkTarget[];
  readonly key: string;
  tries: number;
  /** The code with which it last went without a clear answer; it may have had its effect then. */
  lost?: string | undefined;
}

export interface UnitResult {
  id: string;
  outcome: "done" | "unchanged" | "refused";
  code?: string | undefined;
}

/** Small enough to see a long run move. */
const chunkSize = 200;

const sizeFor = ({ action, permissions }: BulkPlan) =>
  action.name === "disable" && permissions?.operations.includes("bulkDisable") ? chunkSize : 1;

/** The units of a run; their keys are made once, so that whatever is sent again is the same thing. */
export function unitsOf(plan: BulkPlan, runId: string): Unit[] {
  const size = sizeFor(plan);
  const units: Unit[] = [];
  for (let at = 0; at < plan.targets.length; at += size)
    units.push({
      users: plan.targets.slice(at, at + size),
      key: `${runId}.${at}`,
      tries: 0,
    });
  return units;
}

async function disableMany(
  { call }: AdminClient,
  { users, reason }: { users: readonly BulkTarget[]; reason: string | undefined },
  options: ActionOptions,
): Promise<UnitResult[]> {
  const userIds = users.map(({ id }) => id);
  const { results } = await call(rows.bulkDisable, {
    ...options,
    timeoutMs: 60_000,
    body: { userIds, revokeSessions: true, ...(reason && { reason }) },
  });
  return results.map(({ userId: id, outcome, code }) => ({
    id,
    outcome: outcome === "disabled" ? "done" : outcome,
    code,
  }));
}

/** Sends a unit once. */
export async function sendUnit(
  admin: AdminClient,
  plan: BulkPlan,
  { users, key }: Unit,
): Promise<UnitResult[]> {
  const { action } = plan;
  const options = { idempotencyKey: key, maxRetries: 0 };
  const reason = "reason" in action ? action.reason?.trim() : undefined;
  if (sizeFor(plan) > 1) return disableMany(admin, { users, reason }, options);

  const id = users[0]?.id ?? "";
  if (action.name === "role") await send.edit(admin, { id, role: action.role }, options);
  else await sendTo(action.name)(admin, { id, ...(reason && { reason }) }, options);
  return [{ id, outcome: "done" }];
}

type Sender = (
  admin: AdminClient,
  input: { id: string; reason?: string },
  options: ActionOptions,
) => Promise<unknown>;

const sendTo = (name: Exclude<BulkAction["name"], "role">): Sender => send[name];
