import { csvRow } from "@hellojohn/contract/csv";
import type { BulkRun } from "./run-bulk.js";

/** What became of each user, as a file: who, when, what, why, and how it went. */
export function bulkReportOf({ id, plan, entries }: BulkRun, format: "csv" | "json"): Blob {
  const { action, permissions, asOf } = plan;
  const { name, reason, role } = { reason: undefined, role: undefined, ...action };
  const lines = entries().map(({ user, outcome, code, at }) => ({
    // Nothing else of her: a page may know more than belongs into a file.
    ...{ id: user.id, email: "email" in user && user.email, name: "name" in user && user.name },
    ...{ action: role ? `role:${role}` : name, outcome, code, reason, by: permissions?.actorId },
    ...{ at: at?.toISOString(), as_of: asOf.toISOString(), run: id },
  }));
  return new Blob(
    format === "json"
      ? [JSON.stringify(lines, null, 2)]
      : [Object.keys(lines[0] ?? {}), ...lines.map(Object.values)].map(csvRow),
  );
}
