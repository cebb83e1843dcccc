import type { Migration } from "./migration.js";

/** The log by type and by what applications wrote, each in the order of time; organizations by name. */
export const auditFilters: Migration = {
  id: 4,
  name: "audit filters",
  script: `
-- The C collation, in which a prefix is a range.
create index audit_events_type on audit_events (tenant_id, type collate "C", id);
create index audit_events_of_apps on audit_events (tenant_id, id) where source = 'api';

create index organizations_name on organizations (tenant_id, (fold_case(name) collate "C"), id);
`,
};
