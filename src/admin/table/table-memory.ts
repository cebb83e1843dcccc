import type { ColumnLayout, TableStorage } from "./column-layout.js";
import type { TableQuery } from "./table-state.js";

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

interface Place {
  storageKey?: string | undefined;
  storage?: TableStorage | undefined;
}

function read({ storageKey = "", storage = localStorage }: Place): TableMemory {
  const kept: unknown = JSON.parse(storage.getItem(storageKey) ?? "{}");
  return typeof kept === "object" && kept !== null ? kept : {};
}

/** The views kept in a place; what is none is left out, for anyone may have written there. */
export function viewsIn(place: Place): readonly SavedView[] {
  try {
    const { views } = read(place);
    if (!Array.isArray(views)) return [];
    return views.filter((view) => typeof view?.name === "string" && typeof view.query === "object");
  } catch {
    // A browser may keep its storage shut.
    return [];
  }
}

/** Keeps something besides what is kept already. */
export function remember(place: Place, changes: TableMemory): void {
  if (place.storageKey === undefined) return;
  const { storage = localStorage, storageKey } = place;
  try {
    storage.setItem(storageKey, JSON.stringify({ ...read(place), ...changes }));
  } catch {
    // Full or shut: it holds until the page is left.
  }
}
