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
  const ids = columns.map(({ id }) => id);

  function move(from: number, to: number) {
    const order = [...ids];
    order.splice(to, 0, ...order.splice(from, 1));
    onChange({ ...layout, order });
  }

  return (
    <fieldset data-hj="column-list">
      <legend data-hj="label">{texts.columns}</legend>
      <ul>
        {columns.map(({ id, header, hidden, hideable, width = shared }, at) => {
          const named = (text: string) => format(text, { column: header });
          const step = (text: string, to: number, sign: string) => (
            <button
              data-hj="step"
              type="button"
              aria-label={named(text)}
              aria-disabled={to < 0 || to >= ids.length}
              onClick={() => to >= 0 && to < ids.length && move(at, to)}
            >
              {sign}
            </button>
          );
          return (
            <li key={id}>
              <label data-hj="check">
                <input
                  type="checkbox"
                  checked={!hidden}
                  disabled={hideable === false}
                  onChange={() =>
                    onChange({ ...layout, shown: { ...layout.shown, [id]: hidden === true } })
                  }
                />
                {header}
              </label>
              <input
                type="range"
                min={64}
                max={480}
                step={8}
                value={width}
                aria-label={named(texts.width)}
                onChange={({ target }) =>
                  onChange({ ...layout, widths: { ...layout.widths, [id]: Number(target.value) } })
                }
              />
              {step(texts.earlier, at - 1, "↑")}
              {step(texts.later, at + 1, "↓")}
            </li>
          );
        })}
      </ul>
      <button data-hj="reveal" type="button" onClick={() => onChange({})}>
        {texts.usual}
      </button>
    </fieldset>
  );
}
