"use client";

import { useState } from "react";
import { everyone, noSelection, select, type Selection } from "../react/selection.js";

/** Who is chosen, and ways to choose. */
export interface TableSelection {
  selection: Selection;
  /** Whether a choice was just dropped, since it was made among other users. */
  wasDropped: boolean;
  choose(ids: readonly string[], chosen: boolean): void;
  chooseAll(): void;
  clear(): void;
}

/** A choice among the users that match; it holds over pages and orders, and ends with the filters it was made under. */
export function useSelection(among: string): TableSelection {
  const [kept, setKept] = useState({ among, selection: noSelection, wasDropped: false });
  let now = kept;
  if (kept.among !== among) {
    const { type, ids } = kept.selection;
    now = { among, selection: noSelection, wasDropped: type === "exclude" || ids.size > 0 };
    setKept(now);
  }
  const { selection, wasDropped } = now;
  const put = (next: Selection) => setKept({ among, selection: next, wasDropped: false });
  return {
    selection,
    wasDropped,
    choose: (ids, chosen) => put(select(selection, ids, chosen)),
    chooseAll: () => put(everyone),
    clear: () => put(noSelection),
  };
}
