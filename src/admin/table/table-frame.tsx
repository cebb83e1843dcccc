"use client";

import type { ReactElement } from "react";
import { TableBar } from "./table-bar.js";
import { type UserTableOptions, UserTableContext, useUserTable } from "./use-user-table.js";
import { UserPager } from "./user-pager.js";
import { UserTable } from "./user-table.js";

/** The whole table: what finds users, their rows, and what is told of them. */
export function TableFrame(options: UserTableOptions): ReactElement {
  const table = useUserTable(options);
  const { texts, total, error } = table;
  const code = (error as { code?: string } | null)?.code;
  if (code === "insufficient_permissions" && total === undefined)
    return <p data-hj="signed-out">{texts.refused}</p>;

  return (
    <UserTableContext.Provider value={table}>
      <section data-hj="admin-user-table" aria-label={texts.title}>
        <TableBar />
        <UserTable />
        {!!total && <UserPager />}
      </section>
    </UserTableContext.Provider>
  );
}
