import { HelloJohnError } from "@hellojohn/contract/errors";
import type { HelloJohnClient } from "../../client/index.js";
import type { AdminClient } from "../react/admin-client.js";
import type { BulkState } from "./bulk-ledger.js";
import type { BulkPlan } from "./plan-bulk-run.js";
import { type BulkRun, createBulkRun } from "./run-bulk.js";

/** The run that was started last, and where it stands. */
export interface Shown {
  readonly run: BulkRun;
  readonly state: BulkState;
}

export interface RunContext {
  admin: AdminClient;
  /** After every quarter, and whenever it stands still. */
  onStep: () => void;
}

/** One administrator's run, which goes on whatever is mounted. */
export interface RunDesk {
  get(): Shown | undefined;
  subscribe(listener: () => void): () => void;
  /** Starts a run; while another one is under way, answers that one. */
  start(plan: BulkPlan, { admin, onStep }: RunContext): BulkRun;
  /** Puts a run away that stands still. */
  clear(): void;
}

/** Quarters of a run: often enough to see that it moves, seldom enough to bear. */
export const quarterOf = (run: BulkRun): number =>
  Math.floor((4 * run.get().settled) / Math.max(1, run.plan.targets.length));

export const isActive = ({ status }: BulkState): boolean => /run|stop|pause/.test(status);

const userIdOf = ({ session }: HelloJohnClient) => {
  const now = session.get();
  return now.status === "signed-in" ? now.userId : undefined;
};

/** What one person asked for is never done as another who signs in meanwhile. */
const asHer = (client: HelloJohnClient, admin: AdminClient): AdminClient => ({
  ...admin,
  async call(endpoint, options) {
    if (userIdOf(client) !== admin.userId)
      throw new HelloJohnError("signed_out", "Whoever began this is signed out");
    return admin.call(endpoint, options);
  },
});

const ask = (event: Event) => event.preventDefault();

function createDesk(client: HelloJohnClient): RunDesk {
  const listeners = new Set<() => void>();
  let shown: Shown | undefined;
  function show(next: Shown | undefined) {
    shown = next;
    const listen = next && isActive(next.state) ? addEventListener : removeEventListener;
    listen("beforeunload", ask);
    for (const listener of listeners) listener();
  }
  return {
    get: () => shown,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    start(plan, { admin, onStep }) {
      if (shown && isActive(shown.state)) return shown.run;
      const run = createBulkRun(asHer(client, admin), plan);
      let step = "";
      run.subscribe(() => {
        const state = run.get();
        show({ run, state });
        const next = `${state.status} ${quarterOf(run)}`;
        if (next !== step) onStep();
        step = next;
      });
      void run.start();
      return run;
    },
    clear() {
      if (shown && !isActive(shown.state)) show(undefined);
    },
  };
}

const desks = new WeakMap<HelloJohnClient, Map<string, RunDesk>>();

/** A run that was left behind by signing out is nobody's; one whose session ended waits for the same person. */
function desksOf(client: HelloJohnClient): Map<string, RunDesk> {
  const kept = desks.get(client);
  if (kept) return kept;
  const all = new Map<string, RunDesk>();
  desks.set(client, all);
  client.session.subscribe(() => {
    const session = client.session.get();
    if (session.status !== "signed-out" || session.reason !== "signed_out") return;
    for (const desk of all.values()) {
      desk.get()?.run.cancel();
      desk.clear();
    }
    all.clear();
  });
  return all;
}

/** The desk of whoever administers now; a remount finds it, another person does not. */
export function deskOf(client: HelloJohnClient, { branch }: AdminClient): RunDesk {
  const all = desksOf(client);
  const key = JSON.stringify(branch);
  const desk = all.get(key) ?? createDesk(client);
  all.set(key, desk);
  return desk;
}
