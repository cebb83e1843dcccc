"use client";

import type { UserDetails } from "@hellojohn/contract";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";

/** By how many rows the window moves at a time, and how many are drawn beyond each edge: no screen is ever empty. */
const step = 2;
const beyond = 4;

/** In pixels, until rows are measured and where nothing can be. */
const usualHeight = 52;

/** Watches a list that scrolls in itself, and tells the places of the rows to draw, in their order. */
export function useRowWindow(
  windowed: boolean,
  users: readonly UserDetails[],
  onEnd: (() => void) | undefined,
) {
  const ref = useRef<HTMLDivElement>(null);
  const [start, setStart] = useState(-beyond);
  // As many as the stylesheet lets be in sight.
  const [length, setLength] = useState(14 + 2 * beyond + step);
  const [rowHeight, setRowHeight] = useState(usualHeight);
  const [focused, setFocused] = useState<string>();
  const count = users.length;

  const look = useCallback(() => {
    const scroller = ref.current;
    if (!windowed || !scroller) return;
    const row = scroller.querySelector<HTMLElement>("[data-user]")?.offsetHeight || usualHeight;
    setRowHeight(row);
    setStart(Math.floor(scroller.scrollTop / row / step) * step - beyond);
    // A few rows too many cost less than drawing all of them once more.
    setLength((now) => Math.max(now, Math.ceil(scroller.clientHeight / row) + 2 * beyond + step));
    setFocused(scroller.querySelector<HTMLElement>("[data-user]:focus-within")?.dataset["user"]);
  }, [windowed]);

  // Rows are measured as soon as there is one.
  useEffect(look, [look, count === 0]);

  const atEnd = windowed && start + length >= count;
  useEffect(() => {
    if (atEnd) onEnd?.();
  }, [atEnd, onEnd]);

  // The row of the focus stays, wherever it is.
  const kept = useMemo(
    () => (focused ? users.findIndex(({ id }) => id === focused) : -1),
    [users, focused],
  );
  const end = windowed ? Math.min(start + length, count) : count;
  const from = windowed ? Math.max(0, end - length) : 0;
  const drawn = Array.from({ length: end - from }, (_, at) => from + at);
  if (kept >= 0 && !drawn.includes(kept)) drawn.push(kept);
  return { ref, drawn: drawn.sort((a, b) => a - b), rowHeight, onScroll: look };
}
