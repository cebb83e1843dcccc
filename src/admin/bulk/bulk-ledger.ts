import type { BulkTarget } from "./bulk-action.js";
import type { BulkPlan } from "./plan-bulk-run.js";
import { createStore, type Store } from "./store.js";

/** `failed` had no clear answer and may be asked again; `refused` is the server's decision. */
export type BulkOutcome = "done" | "unchanged" | "skipped" | "refused" | "failed" | "not_tried";

/** What became of one user. */
export interface BulkEntry {
  readonly user: BulkTarget;
  readonly outcome: BulkOutcome;
  readonly code?: string | undefined;
  readonly at?: Date | undefined;
}

export interface BulkState {
  /** `stopping` until what is under way has ended; a run that `stopped` may go on. */
  readonly status: "ready" | "running" | "stopping" | "stopped" | "done";
  /** Why it stopped, when nobody asked for that. */
  readonly code?: string | undefined;
  readonly counts: Readonly<Record<BulkOutcome, number>>;
  /** How many of those to act on are settled. */
  readonly settled: number;
}

/** Where a run stands, user by user and in sum. */
export interface BulkLedger extends Pick<Store<BulkState>, "get" | "subscribe"> {
  entries(): BulkEntry[];
  /** Writes without telling, for many at once. */
  note(entry: BulkEntry): void;
  tell(change?: Partial<BulkState>): void;
}

/** Opens the books of a plan: those it skips, and those not tried yet. */
export function openLedger({ skipped, targets }: BulkPlan): BulkLedger {
  const entries = new Map<string, BulkEntry>();
  const counts = { done: 0, unchanged: 0, skipped: 0, refused: 0, failed: 0, not_tried: 0 };
  const { get, set, subscribe } = createStore<BulkState>({ status: "ready", counts, settled: 0 });

  function note(entry: BulkEntry) {
    const before = entries.get(entry.user.id);
    if (before) counts[before.outcome] -= 1;
    counts[entry.outcome] += 1;
    entries.set(entry.user.id, entry);
  }
  for (const { user, code } of skipped) note({ user, outcome: "skipped", code });
  for (const user of targets) note({ user, outcome: "not_tried" });

  return {
    ...{ get, subscribe, note },
    entries: () => [...entries.values()],
    tell(change) {
      const settled = targets.length - counts.not_tried;
      set({ ...get(), ...change, counts: { ...counts }, settled });
    },
  };
}
