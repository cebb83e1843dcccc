"use client";

import type { ReactElement } from "react";
import { conditionsOf } from "./table-state.js";
import type { UserTableModel } from "./use-user-table.js";

/** Says that nobody was found, and what to do about it. */
export function Nobody(props: Pick<UserTableModel, "query" | "change" | "texts">): ReactElement {
  const { query, change, texts } = props;
  const conditions = Object.entries(conditionsOf(query)).filter(([, value]) => value !== undefined);
  if (conditions.length === 0) return <p data-hj="empty">{texts.none}</p>;
  return (
    <div data-hj="empty">
      <p>{texts.nothing}</p>
      <button
        data-hj="button"
        type="button"
        onClick={() => change(Object.fromEntries(conditions.map(([part]) => [part, undefined])))}
      >
        {texts.clear}
      </button>
    </div>
  );
}
