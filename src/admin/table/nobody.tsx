"use client";

import type { ReactElement } from "react";
import { without } from "./table-state.js";
import { useTableAround } from "./use-user-table.js";

/** Says that nobody was found, and what to do about it. */
export function Nobody(): ReactElement {
  const { query, filters, change, texts } = useTableAround();
  const { q } = query;
  const conditions = { ...filters, ...(q && { q }) };
  if (Object.keys(conditions).length === 0) return <p data-hj="empty">{texts.none}</p>;
  return (
    <div data-hj="empty">
      <p>{texts.nothing}</p>
      <button data-hj="button" type="button" onClick={() => change(without(conditions))}>
        {texts.clear}
      </button>
    </div>
  );
}
