"use client";

import type { ReactElement } from "react";
import { format } from "../../components/format.js";
import { adminTools } from "../../locales/en-admin/tools.js";
import { useMessages } from "../../react/index.js";
import type { ColumnLayout } from "./column-layout.js";
import type { UserColumn } from "./columns.js";

export interface ColumnListProps {
  /** In their order. */
  columns: readonly UserColumn[];
  layout: ColumnLayout;
  onChange: (layout: ColumnLayout) => void;
}

/** Where a column that shares what is left begins when it is given a width. */
const shared = 240;

/** Shows, hides, moves and widens columns. */
export function ColumnList({ columns, layout, onChange }: ColumnListProps): ReactElement {
  const texts = useMessages("adminTools", adminTools);
  const set = (changes: ColumnLayout) => onChange({ ...layout, ...changes });

  /** The first one goes round to the end, so that every place is reached. */
  function moveForward(at: number) {
    const order = columns.map(({ id }) => id);
    order.splice(at - 1, 0, ...order.splice(at, 1));
    set({ order });
  }

  return (
    <fieldset data-hj="column-list">
      <legend data-hj="label">{texts.columns}</legend>
      <ul>
        {columns.map(({ id, header, hidden, hideable, width = shared }, at) => (
          <li key={id}>
            <label data-hj="check">
              <input
                type="checkbox"
                checked={!hidden}
                disabled={hideable === false}
                onChange={() => set({ shown: { ...layout.shown, [id]: hidden === true } })}
              />
              {header}
            </label>
            <input
              type="range"
              min={64}
              max={480}
              step={8}
              value={width}
              aria-label={format(texts.width, { column: header })}
              onChange={({ target }) =>
                set({ widths: { ...layout.widths, [id]: Number(target.value) } })
              }
            />
            <button
              data-hj="step"
              type="button"
              aria-label={format(texts.earlier, { column: header })}
              onClick={() => moveForward(at)}
            >
              ↑
            </button>
          </li>
        ))}
      </ul>
      <button data-hj="reveal" type="button" onClick={() => onChange({})}>
        {texts.usual}
      </button>
    </fieldset>
  );
}
