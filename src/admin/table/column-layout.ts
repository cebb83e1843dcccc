import type { UserColumn } from "./columns.js";
import type { TableQuery } from "./table-state.js";

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

export interface TablePlace {
  /** Remembers columns and saved views under this name. */
  storageKey?: string | undefined;
  /** Where it remembers; `localStorage` unless said otherwise. */
  storage?: TableStorage | undefined;
}

/** A query and an arrangement under a name. */
export interface SavedView {
  name: string;
  query: TableQuery;
  layout: ColumnLayout;
}

/** What a table remembers of the person who uses it. */
export interface TableMemory {
  layout?: ColumnLayout;
  views?: readonly SavedView[];
}

/** The columns as someone arranged them; those she has not seen yet stand where they would. */
export function arrange(
  columns: readonly UserColumn[],
  { order, shown, widths }: ColumnLayout,
): readonly UserColumn[] {
  const ids: unknown[] = Array.isArray(order) ? order : [];
  return columns
    .map((column, at) => ({
      ...column,
      place: ids.includes(column.id) ? ids.indexOf(column.id) : at,
      hidden: column.hideable !== false && !(shown?.[column.id] ?? !column.hidden),
      width: widths?.[column.id] ?? column.width,
    }))
    .sort((a, b) => a.place - b.place);
}

/** What stands under a key; anyone may have written there. */
export function keptIn({ storageKey = "", storage }: TablePlace): TableMemory {
  try {
    return { ...JSON.parse((storage ?? localStorage).getItem(storageKey) ?? "") };
  } catch {
    // A browser may keep its storage shut.
    return {};
  }
}
