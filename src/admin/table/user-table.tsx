"use client";

import type { UserDetails } from "@hellojohn/contract";
import { type ReactElement, useState } from "react";
import { Alert } from "../../components/feedback.js";
import { states } from "../../locales/en.js";
import { useMessages } from "../../react/index.js";
import { useDialogs } from "../dialogs.js";
import { useTableAround } from "./use-user-table.js";
import { Nobody, RowMenu } from "../lazy-parts.js";
import { UserRows } from "./user-rows.js";

/** The rows of the table around it, with menus that open for each. */
export function UserTable(): ReactElement {
  const table = useTableAround();
  const { error, masked } = table;
  const texts = useMessages("states", states);
  const { open } = useDialogs();
  const [menu, setMenu] = useState<{ user: UserDetails; button: HTMLElement }>();

  return (
    <>
      {error && (
        <Alert error={error}>
          <button data-hj="button" type="button" onClick={table.retry}>
            {texts.retry}
          </button>
        </Alert>
      )}
      <UserRows
        {...table.query}
        {...table}
        windowed={table.grows}
        onSort={table.change}
        onSelect={table.choose}
        onOpen={(what, user, button) => {
          if (what === "menu") setMenu({ user, button });
          else open({ kind: "panel", userId: user.id, masked });
        }}
        onEnd={table.more}
        isBusy={table.isFetching}
      >
        {table.total === undefined && !error && <div data-hj="waiting" />}
      </UserRows>
      {table.total === 0 && <Nobody />}
      {menu && <RowMenu {...menu} onOpen={open} onClose={() => setMenu(undefined)} />}
    </>
  );
}
