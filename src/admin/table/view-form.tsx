"use client";

import { type ReactElement, useState } from "react";
import { Alert, Status } from "../../components/feedback.js";
import { format } from "../../components/format.js";
import { exportUsers } from "../bulk/export-users.js";
import { adminTools } from "../../locales/en-admin/tools.js";
import { useMessages } from "../../react/index.js";
import { useAdmin } from "../react/context.js";
import { ColumnList } from "./column-list.js";
import { SavedViews } from "./saved-views.js";
import { remember } from "./table-memory.js";
import { useTableAround } from "./use-user-table.js";

/** What the table looks like, under which names it is kept, and its list as a file. */
export function ViewForm(): ReactElement {
  const table = useTableAround();
  const texts = useMessages("adminTools", adminTools);
  const admin = useAdmin();
  const [news, setNews] = useState<string>();
  const [error, setError] = useState<unknown>();

  async function save(kind: "csv" | "ndjson") {
    setNews(undefined);
    setError(undefined);
    try {
      await exportUsers(admin, table.request, { format: kind });
      setNews(texts.exported);
    } catch (reason) {
      setError(reason);
    }
  }

  return (
    <>
      <ColumnList
        columns={table.allColumns}
        layout={table.layout}
        onChange={(layout) => {
          table.setLayout(layout);
          remember(table, { layout });
        }}
      />
      {table.storageKey !== undefined && <SavedViews />}
      <div data-hj="footer">
        {(["csv", "ndjson"] as const).map((kind) => (
          <button key={kind} data-hj="button" type="button" onClick={() => void save(kind)}>
            {format(texts.export, { format: kind.toUpperCase() })}
          </button>
        ))}
        <Status>{news}</Status>
        {error !== undefined && <Alert error={error} />}
      </div>
    </>
  );
}
