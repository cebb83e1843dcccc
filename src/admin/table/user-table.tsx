"use client";

import type { UserDetails } from "@hellojohn/contract";
import { type ReactElement, Suspense, useState } from "react";
import { Alert } from "../../components/feedback.js";
import { states } from "../../locales/en.js";
import { useMessages } from "../../react/index.js";
import { useDialogs } from "../dialogs.js";
import { useTableAround } from "./use-user-table.js";
import { Nobody, RowMenu } from "./lazy-parts.js";
import { UserRows } from "./user-rows.js";

/** The rows of the table around it, with menus that open for each. */
export function UserTable(): ReactElement {
  const { error, retry, change, choose, grows, more, isFetching, ...table } = useTableAround();
  const texts = useMessages("states", states);
  const { open } = useDialogs();
  const [menu, setMenu] = useState<{ user: UserDetails; button: HTMLElement }>();
  const { users, columns, masked, total, offset, selection, isStale, query } = table;

  return (
    <>
      {error && (
        <Alert error={error}>
          <button data-hj="button" type="button" onClick={retry}>
            {texts.retry}
          </button>
        </Alert>
      )}
      <UserRows
        {...{ users, columns, masked, total, offset, selection, isStale }}
        {...{ sort: query.sort, order: query.order }}
        windowed={grows}
        onSort={change}
        onSelect={choose}
        onOpen={(what, user, button) => {
          if (what === "menu") setMenu({ user, button });
          else open({ kind: "panel", userId: user.id, masked });
        }}
        onEnd={more}
        isBusy={isFetching}
      >
        {total === undefined && !error && <div data-hj="waiting" />}
      </UserRows>
      <Suspense fallback={null}>
        {total === 0 && <Nobody {...{ query, change }} texts={table.texts} />}
        {menu && <RowMenu {...menu} onOpen={open} onClose={() => setMenu(undefined)} />}
      </Suspense>
    </>
  );
}
