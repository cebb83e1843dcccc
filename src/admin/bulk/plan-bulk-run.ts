import type { Permissions } from "@hellojohn/contract";
import { type BulkAction, bulkRefusalOf, type BulkTarget } from "./bulk-action.js";
import type { BulkTargets } from "./resolve-targets.js";

export interface Skipped {
  readonly user: BulkTarget;
  /** Why nothing is tried. */
  readonly code: string;
}

/** What a run would do, known before anything happens. */
export interface BulkPlan {
  readonly action: BulkAction;
  readonly targets: readonly BulkTarget[];
  readonly skipped: readonly Skipped[];
  /** How many are skipped, by code. */
  readonly reasons: Readonly<Record<string, number>>;
  /** When the choice was read. */
  readonly asOf: Date;
  readonly permissions: Permissions | undefined;
}

/** Sorts the chosen users into those to act on and those to skip, with the reason of each. */
export function planBulkRun(
  { users, asOf }: BulkTargets,
  action: BulkAction,
  permissions: Permissions | undefined,
): BulkPlan {
  const targets: BulkTarget[] = [];
  const skipped: Skipped[] = [];
  for (const user of users) {
    const code = bulkRefusalOf(action, user, permissions);
    if (code) skipped.push({ user, code });
    else targets.push(user);
  }
  const reasons: Record<string, number> = {};
  for (const { code } of skipped) reasons[code] = (reasons[code] ?? 0) + 1;
  return { action, targets, skipped, reasons, asOf, permissions };
}
