"use client";

import type { UserSort } from "@hellojohn/contract";
import type { ReactElement } from "react";
import type { UserColumn } from "./columns.js";

export interface Sorting {
  sort?: UserSort | undefined;
  order?: "asc" | "desc" | undefined;
}

export interface TableHeadProps extends Sorting {
  columns: readonly UserColumn[];
  onSort?: ((sorting: Required<Sorting>) => void) | undefined;
  /** Whether all, some or none of the rows are chosen; absent where users cannot be. */
  chosen: boolean | "some" | undefined;
  chooseLabel: string;
  onChoose(chosen: boolean): void;
}

/** Names go from A to Z at first, times from the newest back. */
const usualOrder = (sort: UserSort) => (sort.endsWith("_at") ? "desc" : "asc");

/** Widths, names and the order; unasked, the server tells the newest first. */
export function TableHead(props: TableHeadProps): ReactElement {
  const { columns, chosen, onSort, sort = "created_at" } = props;
  const order = props.order ?? usualOrder(sort);
  const turn = (key: UserSort) =>
    key !== sort ? usualOrder(key) : order === "asc" ? "desc" : "asc";

  return (
    <>
      <colgroup>
        {chosen !== undefined && <col width={44} />}
        {columns.map(({ id, width }) => (
          <col key={id} data-column={id} width={width} />
        ))}
      </colgroup>
      <thead>
        <tr aria-rowindex={1}>
          {chosen !== undefined && (
            <td>
              <input
                type="checkbox"
                aria-label={props.chooseLabel}
                ref={(box) => {
                  if (box) box.indeterminate = chosen === "some";
                }}
                checked={chosen === true}
                onChange={() => props.onChoose(chosen !== true)}
              />
            </td>
          )}
          {columns.map(({ id, header, sortKey }) => (
            <th
              key={id}
              scope="col"
              data-column={id}
              aria-sort={sortKey && sortKey === sort ? `${order}ending` : undefined}
            >
              {sortKey && onSort ? (
                <button
                  data-hj="sort"
                  type="button"
                  onClick={() => onSort({ sort: sortKey, order: turn(sortKey) })}
                >
                  {header}
                </button>
              ) : (
                header
              )}
            </th>
          ))}
        </tr>
      </thead>
    </>
  );
}
