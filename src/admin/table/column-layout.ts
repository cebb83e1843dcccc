"use client";

import { useMemo, useState } from "react";
import type { UserColumn } from "./columns.js";

/** How someone arranged the columns. */
export interface ColumnLayout {
  /** Ids, in her order. */
  order?: readonly string[] | undefined;
  /** Ids of columns she showed or hid. */
  shown?: Readonly<Record<string, boolean>> | undefined;
  /** Pixels by id. */
  widths?: Readonly<Record<string, number>> | undefined;
}

/** Where a table remembers, such as `localStorage`. */
export type TableStorage = Pick<Storage, "getItem" | "setItem">;

/** The columns as someone arranged them; those she has not seen yet stand where they would. */
export function arrange(
  columns: readonly UserColumn[],
  { order, shown, widths }: ColumnLayout,
): readonly UserColumn[] {
  const ids = Array.isArray(order) ? order : [];
  const all = columns.map((column) => ({
    ...column,
    hidden: column.hideable !== false && !(shown?.[column.id] ?? !column.hidden),
    width: widths?.[column.id] ?? column.width,
  }));
  const placed = all
    .filter(({ id }) => ids.includes(id))
    .sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
  for (const [at, column] of all.entries())
    if (!placed.includes(column)) placed.splice(at, 0, column);
  return placed;
}

/** What stands under a key; anyone may have written there. */
function keptIn(key: string | undefined, storage: TableStorage | undefined): ColumnLayout {
  try {
    const kept = key !== undefined && (storage ?? localStorage).getItem(key);
    return (kept && JSON.parse(kept).layout) || {};
  } catch {
    // A browser may keep its storage shut.
    return {};
  }
}

/** The arrangement remembered under a key, and a way to show another one. */
export function useColumnLayout(
  key: string | undefined,
  storage: TableStorage | undefined,
): [ColumnLayout, (layout: ColumnLayout) => void] {
  const kept = useMemo(() => keptIn(key, storage), [key, storage]);
  const [layout, setLayout] = useState<ColumnLayout>();
  return [layout ?? kept, setLayout];
}
