"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { windowOf } from "./row-window.js";

/** Until they are measured, and where nothing can be; as high as the stylesheet lets it be. */
const guess = { top: 0, height: 704, row: 52 };

/** Watches what is in sight of a list that scrolls in itself. */
export function useRowWindow(windowed: boolean, count: number, onEnd: (() => void) | undefined) {
  const ref = useRef<HTMLDivElement>(null);
  const [view, setView] = useState({ ...windowOf(guess), row: guess.row });

  const look = useCallback(() => {
    const scroller = ref.current;
    if (!windowed || !scroller) return;
    const row = scroller.querySelector<HTMLElement>("[data-user]")?.offsetHeight || guess.row;
    const height = scroller.clientHeight || guess.height;
    const next = windowOf({ top: scroller.scrollTop, height, row });
    // A few rows too many cost less than drawing all of them once more.
    setView((now) =>
      now.start === next.start && now.length >= next.length && now.row === row
        ? now
        : { ...next, row },
    );
  }, [windowed]);

  // Rows are measured as soon as there is one.
  useEffect(look, [look, count === 0]);

  const atEnd = windowed && view.start + view.length >= count;
  useEffect(() => {
    if (atEnd) onEnd?.();
  }, [atEnd, onEnd]);

  return { ref, window: view, rowHeight: view.row, onScroll: look };
}
