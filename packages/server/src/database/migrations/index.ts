import { users } from "./0001-users.js";
import { outbox } from "./0002-outbox.js";
import { userSearch } from "./0003-user-search.js";
import { auditFilters } from "./0004-audit-filters.js";
import { lighterWrites } from "./0005-lighter-writes.js";
import type { Migration } from "./migration.js";

export type { Migration };

/** Every step of the schema, in order. */
export const migrations: readonly Migration[] = [
  users,
  outbox,
  userSearch,
  auditFilters,
  lighterWrites,
];
