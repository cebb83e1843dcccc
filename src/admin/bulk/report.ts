import type { BulkEntry } from "./bulk-ledger.js";
import type { BulkRun } from "./run-bulk.js";

const columns = ["id", "email", "name", "action", "outcome", "code", "reason", "by", "at", "as_of"];

type Line = Record<string, unknown>;

/** One line for each user: who, when, what, why, and what became of it. */
function linesOf({ plan, entries }: BulkRun): Line[] {
  const { action, permissions, asOf } = plan;
  const reason = "reason" in action ? action.reason : undefined;
  const said = action.name === "role" ? `role:${action.role}` : action.name;
  return entries().map(({ user, outcome, code, at }: BulkEntry) => ({
    // Nothing else of her: a page may know more than belongs into a file.
    ...{ id: user.id, email: (user as Line)["email"], name: (user as Line)["name"] },
    ...{ action: said, outcome, code, reason, by: permissions?.actorId },
    at: at?.toISOString(),
    as_of: asOf.toISOString(),
  }));
}

/** A spreadsheet would run what begins like this; an apostrophe makes it text. */
function cell(value: unknown): string {
  const text = String(value ?? "");
  const inert = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}

/** What became of each user, as a file. */
export function bulkReportOf(run: BulkRun, format: "csv" | "json"): Blob {
  const lines = linesOf(run);
  if (format === "csv") {
    const rows = lines.map((line) => columns.map((column) => cell(line[column])).join(","));
    return new Blob([`${[columns.join(","), ...rows].join("\r\n")}\r\n`], { type: "text/csv" });
  }
  const { id, plan, get } = run;
  const { action, asOf } = plan;
  const report = { run: id, action, asOf, ...get(), by: plan.permissions?.actorId, users: lines };
  return new Blob([JSON.stringify(report, undefined, 2)], { type: "application/json" });
}
