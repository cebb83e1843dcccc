import type { Migration } from "./migration.js";

/** Tenants, their people, and what belongs to them. */
export const users: Migration = {
  id: 1,
  name: "users",
  script: "",
};
