"use client";

import { AdminUserTable as Table } from "./table/admin-user-table.js";

export type { AdminUserTableProps } from "./table/admin-user-table.js";

/** The tenant's users, to find, see and act upon. */
// A value of its own: by a mere re-export esbuild would load what `later.ts` names with every page of the app.
export const AdminUserTable: typeof Table = Table;
