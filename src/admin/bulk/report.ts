import { csvRow } from "@hellojohn/contract/csv";
import type { BulkRun } from "./run-bulk.js";

/** What became of each user, as a CSV file: who, when, what, why, and how it went. */
export function bulkReportOf({ id, plan, entries }: BulkRun): Blob {
  const { action, permissions, asOf } = plan;
  const { name, reason, role }: { name: string; reason?: string | undefined; role?: string } =
    action;
  const lines = entries().map(({ user, outcome, code, at }) => ({
    // Nothing else of her: a page may know more than belongs into a file.
    ...{ id: user.id, email: user.email, name: user.name },
    ...{ action: role ? `role:${role}` : name, outcome, code, reason, by: permissions?.actorId },
    ...{ at, as_of: asOf, run: id },
  }));
  return new Blob([Object.keys(lines[0] ?? {}), ...lines.map(Object.values)].map(csvRow));
}
