import type { HelloJohnError } from "@hellojohn/contract/errors";
import { randomKey } from "../../client/call.js";
import { sleep } from "../../client/retry.js";
import type { AdminClient } from "../react/admin-client.js";
import { type BulkEntry, type BulkLedger, openLedger } from "./bulk-ledger.js";
import { sendUnit, type Unit, unitsOf } from "./bulk-unit.js";
import type { BulkPlan } from "./plan-bulk-run.js";

/** One action on many users. Whoever is sent twice is acted upon once. */
export interface BulkRun extends Pick<BulkLedger, "get" | "subscribe" | "entries"> {
  readonly id: string;
  readonly plan: BulkPlan;
  /** Begins, or goes on with those left and those without a clear answer, who are asked with the keys they had. */
  start(): Promise<void>;
  /** What is under way ends; the rest is left alone. The code says why, when nobody asked for it. */
  cancel(code?: string): void;
}

const workers = 4;
const longestHold = 60_000;

/** Makes a run of a plan; nothing happens before it is started. */
export function createBulkRun(admin: AdminClient, plan: BulkPlan): BulkRun {
  const id = randomKey();
  const { get, subscribe, entries, note, tell } = openLedger(plan);
  const queue = unitsOf(plan, id);
  const failed: Unit[] = [];
  let heldUntil = 0;
  let running: Promise<void> | undefined;

  const isRunning = () => get().status === "running";
  function cancel(code?: string) {
    if (isRunning()) tell({ status: "stopping", code });
  }

  function settle({ users }: Unit, what: (id: string) => Pick<BulkEntry, "outcome" | "code">) {
    for (const user of users) note({ user, ...what(user.id), at: new Date() });
    tell();
  }

  function handle(unit: Unit, { code, status, retryAfter = 1 }: HelloJohnError) {
    if (code === "signed_out" || status === 401) {
      queue.push(unit);
      cancel(code);
    } else if (status === 429) {
      queue.push(unit);
      // Everyone waits, not only the one who was told to.
      heldUntil = Date.now() + Math.min(retryAfter * 1000, longestHold);
    } else if (status > 0 && status < 500) {
      // She is gone, whether by us or by a call whose answer was lost.
      const isGone = code === "user_not_found" && plan.action.name === "delete";
      settle(unit, () => (isGone ? { outcome: "done" } : { outcome: "refused", code }));
    } else {
      failed.push(unit);
      settle(unit, () => ({ outcome: "failed", code }));
      if (globalThis.navigator?.onLine === false) cancel(code);
    }
  }

  /* oxlint-disable no-await-in-loop -- one after the other is what a worker does */
  async function work() {
    while (isRunning()) {
      const wait = heldUntil - Date.now();
      const unit = wait > 0 ? undefined : queue.shift();
      // In short steps, so that canceling does not take as long as the wait.
      if (wait > 0) await sleep(Math.min(wait, 500), undefined);
      else if (!unit) return;
      else
        await sendUnit(admin, plan, unit).then(
          (outcomeOf) => settle(unit, outcomeOf),
          (error: HelloJohnError) => handle(unit, error),
        );
    }
  }
  /* oxlint-enable no-await-in-loop */

  async function run() {
    for (const unit of failed.splice(0)) {
      queue.push(unit);
      for (const user of unit.users) note({ user, outcome: "not_tried" });
    }
    tell({ status: "running", code: undefined });
    await Promise.all(Array.from({ length: workers }, work));
    tell({ status: isRunning() ? "done" : "stopped" });
    running = undefined;
  }

  return { id, plan, get, subscribe, entries, cancel, start: () => (running ??= run()) };
}
