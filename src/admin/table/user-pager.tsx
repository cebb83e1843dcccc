"use client";

import type { ReactElement } from "react";
import { format } from "../../components/format.js";
import { useTableAround } from "./use-user-table.js";

const sizes = [20, 50, 100];

/** Which rows these are, and ways to the next and the ones before. */
export function UserPager(): ReactElement {
  const { users, offset, count, query, change, grows, texts, locale, ...list } = useTableAround();
  const { limit = 0 } = query;

  const turn = (label: string, go: (() => void) | undefined) => (
    <button data-hj="button" type="button" aria-disabled={!go} onClick={go}>
      {label}
    </button>
  );

  return (
    <div data-hj="pager">
      <span>
        {users.length > 0 &&
          format(texts.range, {
            from: (offset + 1).toLocaleString(locale),
            to: (offset + users.length).toLocaleString(locale),
            count,
          })}
      </span>
      {!grows && (
        <>
          <label>
            {texts.limit}
            <select
              data-hj="input"
              value={limit}
              onChange={({ target }) => change({ limit: Number(target.value) })}
            >
              {[...new Set([...sizes, limit])].map((size) => (
                <option key={size}>{size}</option>
              ))}
            </select>
          </label>
          {turn(texts.previous, list.previous)}
          {turn(texts.next, list.next)}
        </>
      )}
    </div>
  );
}
