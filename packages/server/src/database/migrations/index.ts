import { users } from "./0001-users.js";
import { outbox } from "./0002-outbox.js";
import type { Migration } from "./migration.js";

export type { Migration };

/** Every step of the schema, in order. */
export const migrations: readonly Migration[] = [users, outbox];
