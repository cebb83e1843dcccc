"use client";

import type { ReactElement } from "react";
import { Status } from "../../components/feedback.js";
import { format } from "../../components/format.js";
import { states } from "../../locales/en.js";
import { useMessages } from "../../react/index.js";
import { type UserTableOptions, UserTableContext, useUserTable } from "./use-user-table.js";
import { countText, UserPager } from "./user-pager.js";
import { UserTable } from "./user-table.js";
import { UserToolbar } from "./user-toolbar.js";

/** The whole table: what finds users, their rows, and what is told of them. */
export function TableFrame(options: UserTableOptions): ReactElement {
  const table = useUserTable(options);
  const { loading } = useMessages("states", states);
  const { texts, total, isEstimate, isStale, error, wasDropped, locale } = table;
  const code = (error as { code?: string } | null)?.code;

  if (code === "insufficient_permissions" && total === undefined)
    return <p data-hj="signed-out">{texts.refused}</p>;

  const count = (known: number) =>
    known === 1
      ? texts.one
      : format(isEstimate ? texts.about : texts.count, {
          count: countText(known, isEstimate, locale),
        });

  return (
    <UserTableContext.Provider value={table}>
      <section data-hj="admin-user-table" aria-label={texts.title}>
        <UserToolbar />
        <UserTable />
        <UserPager />
        <div data-hj="visually-hidden">
          <Status>
            {wasDropped && `${texts.cleared} `}
            {/* Nothing while rows are stale, so that the same number is told again. */}
            {isStale ? "" : total === undefined ? !error && loading : count(total)}
          </Status>
        </div>
      </section>
    </UserTableContext.Provider>
  );
}
