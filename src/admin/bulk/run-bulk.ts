import { HelloJohnError } from "@hellojohn/contract/errors";
import { randomKey } from "../../client/call.js";
import { sleep } from "../../client/retry.js";
import type { AdminClient } from "../react/admin-client.js";
import { type BulkEntry, type BulkLedger, type BulkState, openLedger } from "./bulk-ledger.js";
import { sendUnit, type Unit, unitsOf } from "./bulk-unit.js";
import type { BulkPlan } from "./plan-bulk-run.js";

/** One action on many users. Whoever is sent twice is acted upon once. */
export interface BulkRun extends Pick<BulkLedger, "get" | "subscribe" | "entries"> {
  readonly id: string;
  readonly plan: BulkPlan;
  /** Begins, or goes on after a pause; a second call changes nothing. Settles when the run stands still. */
  start(): Promise<void>;
  /** What is under way ends; the rest is left alone. */
  cancel(): void;
  /** Asks again for those without a clear answer, with the keys they had. */
  retry(): Promise<void>;
}

const workers = 4;
const longestHold = 60_000;

/** Makes a run of a plan; nothing happens before it is started. */
export function createBulkRun(admin: AdminClient, plan: BulkPlan): BulkRun {
  const id = randomKey();
  const { get, subscribe, entries, note, tell } = openLedger(plan);
  let queue = unitsOf(plan, id);
  let failed: Unit[] = [];
  let heldUntil = 0;
  let running = Promise.resolve();

  const is = (...statuses: BulkState["status"][]) => statuses.includes(get().status);
  const pause = (code: string) => is("running") && tell({ status: "paused", code });

  function settle({ users }: Unit, what: (id: string) => Pick<BulkEntry, "outcome" | "code">) {
    for (const user of users) note({ user, ...what(user.id), at: new Date() });
    tell();
  }

  function handle(unit: Unit, { code, status, retryAfter = 1 }: HelloJohnError) {
    if (code === "signed_out" || status === 401) {
      queue.push(unit);
      pause(code);
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
      if (globalThis.navigator?.onLine === false) pause(code);
    }
  }

  /* oxlint-disable no-await-in-loop -- one after the other is what a worker does */
  async function work() {
    while (is("running")) {
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
    await Promise.all(Array.from({ length: workers }, work));
    if (is("running")) tell({ status: "done" });
    if (is("stopping")) tell({ status: "canceled" });
  }
  function go(): Promise<void> {
    tell({ status: "running", code: undefined });
    return (running = running.then(run));
  }

  return {
    ...{ id, plan, get, subscribe, entries },
    start: () => (is("ready", "paused") ? go() : running),
    cancel() {
      if (is("running")) tell({ status: "stopping" });
      else if (is("paused")) tell({ status: "canceled" });
    },
    retry() {
      if (!is("done", "canceled")) return running;
      for (const { users } of failed)
        for (const user of users) note({ user, outcome: "not_tried" });
      [queue, failed] = [failed, []];
      return go();
    },
  };
}
