/** Which users are chosen: those named, or all that match except those named. */
export type Selection =
  | { readonly type: "include"; readonly ids: ReadonlySet<string> }
  | { readonly type: "exclude"; readonly ids: ReadonlySet<string> };

export const noSelection: Selection = { type: "include", ids: new Set() };
export const everyone: Selection = { type: "exclude", ids: new Set() };

export const isSelected = ({ type, ids }: Selection, id: string): boolean =>
  ids.has(id) === (type === "include");

/** The same choice with these users in it, or out of it. */
export function select(selection: Selection, ids: Iterable<string>, chosen: boolean): Selection {
  const next = new Set(selection.ids);
  for (const id of ids)
    if (chosen === (selection.type === "include")) next.add(id);
    else next.delete(id);
  return { type: selection.type, ids: next };
}

/** How many are chosen of a list of this many. */
export const countOf = ({ type, ids }: Selection, total: number): number =>
  type === "include" ? ids.size : Math.max(0, total - ids.size);
