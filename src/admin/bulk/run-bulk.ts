import { HelloJohnError } from "@hellojohn/contract/errors";
import { randomKey } from "../../client/call.js";
import type { AdminClient } from "../react/admin-client.js";
import { type BulkEntry, type BulkLedger, openLedger } from "./bulk-ledger.js";
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
const mostTries = 4;
const longestHold = 60_000;

const sleep = (ms: number) => new Promise<void>((resolve) => void setTimeout(resolve, ms));

/** Makes a run of a plan; nothing happens before it is started. */
export function createBulkRun(admin: AdminClient, plan: BulkPlan): BulkRun {
  const id = randomKey();
  const { get, subscribe, entries, note, tell } = openLedger(plan);
  const queue = unitsOf(plan, id);
  const failed: Unit[] = [];
  let next = 0;
  let heldUntil = 0;
  let failuresInARow = 0;
  let running = Promise.resolve();

  function settle({ users }: Unit, what: (id: string) => Pick<BulkEntry, "outcome" | "code">) {
    const at = new Date();
    for (const user of users) note({ user, ...what(user.id), at });
    tell();
  }
  function giveUp(unit: Unit) {
    failed.push(unit);
    settle(unit, () => ({ outcome: "failed", code: unit.lost }));
  }
  /** Everyone waits, not only the one who was told to. */
  const hold = (ms: number) => {
    heldUntil = Math.max(heldUntil, Date.now() + Math.min(ms, longestHold));
  };

  /** It goes to the end of the queue, and everyone slows down when it is not the only one. */
  function tryLater(unit: Unit, retryAfter = 0) {
    failuresInARow += 1;
    unit.tries += 1;
    if (retryAfter || failuresInARow > workers)
      hold(retryAfter * 1000 + Math.random() * 2 ** Math.min(failuresInARow, 14));
    if (unit.tries < mostTries) queue.push(unit);
    else giveUp(unit);
  }

  function handle(unit: Unit, { code, status, retryAfter }: HelloJohnError) {
    const isSignedOut = code === "signed_out" || status === 401;
    const isUnclear = !isSignedOut && (status === 0 || status >= 500);
    const isOffline = isUnclear && globalThis.navigator?.onLine === false;
    if (isUnclear) unit.lost = code;
    if (isSignedOut || isOffline) {
      queue.push(unit);
      if (get().status === "running") tell({ status: "paused", code });
    } else if (status === 429) {
      queue.push(unit);
      hold((retryAfter ?? 1) * 1000);
    } else if (isUnclear) tryLater(unit, retryAfter);
    else if (code === "user_not_found" && plan.action.name === "delete")
      // She is gone either way; whether that was us, a lost answer tells.
      settle(unit, () => (unit.lost ? { outcome: "done" } : { outcome: "unchanged", code }));
    else settle(unit, () => ({ outcome: "refused", code }));
  }

  async function attempt(unit: Unit) {
    try {
      const results = new Map((await sendUnit(admin, plan, unit)).map((it) => [it.id, it]));
      failuresInARow = 0;
      settle(unit, (user) => results.get(user) ?? { outcome: "refused", code: "invalid_response" });
    } catch (error) {
      handle(unit, HelloJohnError.is(error) ? error : new HelloJohnError("unknown", String(error)));
    }
  }

  /* oxlint-disable no-await-in-loop -- one after the other is what a worker does */
  async function work() {
    while (get().status === "running" && next < queue.length) {
      const wait = heldUntil - Date.now();
      const unit = wait > 0 ? undefined : queue[next++];
      if (unit) await attempt(unit);
      // In short steps, so that canceling does not take as long as the wait.
      else await sleep(Math.min(wait, 500));
    }
  }
  /* oxlint-enable no-await-in-loop */

  /** What was sent without a clear answer is not called untouched. */
  function stop() {
    for (const unit of queue.splice(next)) if (unit.lost) giveUp(unit);
    tell({ status: "canceled" });
  }
  async function run() {
    if (get().status === "running") await Promise.all(Array.from({ length: workers }, work));
    if (get().status === "stopping") stop();
    else if (get().status === "running") tell({ status: "done" });
  }
  function go(): Promise<void> {
    tell({ status: "running", code: undefined });
    return (running = running.then(run));
  }

  return {
    ...{ id, plan, get, subscribe, entries },
    start: () => (/ready|paused/.test(get().status) ? go() : running),
    cancel() {
      if (get().status === "running") tell({ status: "stopping" });
      else if (get().status === "paused") stop();
    },
    retry() {
      if (!/done|canceled/.test(get().status)) return running;
      queue.splice(0, Infinity, ...failed.splice(0));
      next = 0;
      for (const unit of queue) {
        unit.tries = 0;
        for (const user of unit.users) note({ user, outcome: "not_tried" });
      }
      return go();
    },
  };
}
