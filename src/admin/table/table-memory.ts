import { keptIn, type SavedView, type TableMemory, type TablePlace } from "./column-layout.js";

/** The views kept in a place; what is none is left out. */
export function viewsIn(place: TablePlace): readonly SavedView[] {
  const { views } = keptIn(place);
  if (!Array.isArray(views)) return [];
  return views.filter((view) => typeof view?.name === "string" && typeof view.query === "object");
}

/** Keeps something besides what is kept already. */
export function remember(place: TablePlace, changes: TableMemory): void {
  const { storageKey, storage = localStorage } = place;
  if (storageKey === undefined) return;
  try {
    storage.setItem(storageKey, JSON.stringify({ ...keptIn(place), ...changes }));
  } catch {
    // Full or shut: it holds until the page is left.
  }
}
