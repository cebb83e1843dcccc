"use client";

import { useMutation } from "@tanstack/react-query";
import type { ReactElement } from "react";
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
  const { mutate, isSuccess, error } = useMutation({
    networkMode: "always",
    mutationFn: (format: "csv" | "ndjson") => exportUsers(admin, table.request, { format }),
  });

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
          <button key={kind} data-hj="button" type="button" onClick={() => mutate(kind)}>
            {format(texts.export, { format: kind.toUpperCase() })}
          </button>
        ))}
        <Status>{isSuccess && texts.exported}</Status>
        {error && <Alert error={error} />}
      </div>
    </>
  );
}
