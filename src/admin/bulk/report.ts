import { csvRow } from "@hellojohn/contract/csv";
import type { BulkEntry } from "./bulk-ledger.js";
import type { BulkRun } from "./run-bulk.js";

const columns = "id,email,name,action,outcome,code,reason,by,at,as_of,run".split(",");

type Line = Record<string, unknown>;

/** One line for each user: who, when, what, why, and what became of it. */
function linesOf({ id, plan, entries }: BulkRun): Line[] {
  const { action, permissions, asOf } = plan;
  const reason = "reason" in action ? action.reason : undefined;
  const said = action.name === "role" ? `role:${action.role}` : action.name;
  return entries().map(({ user, outcome, code, at }: BulkEntry) => ({
    // Nothing else of her: a page may know more than belongs into a file.
    ...{ id: user.id, email: (user as Line)["email"], name: (user as Line)["name"] },
    ...{ action: said, outcome, code, reason, by: permissions?.actorId },
    ...{ at: at?.toISOString(), as_of: asOf.toISOString(), run: id },
  }));
}

/** What became of each user, as a file. */
export function bulkReportOf(run: BulkRun, format: "csv" | "json"): Blob {
  const lines = linesOf(run);
  if (format === "json") return new Blob([JSON.stringify(lines, undefined, 2)]);
  return new Blob([columns, ...lines.map(Object.values)].map(csvRow));
}
