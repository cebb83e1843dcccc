"use client";

import { type ReactElement, type ReactNode, useEffect, useLayoutEffect, useRef } from "react";

export interface PopoverProps {
  part: string;
  role: "menu" | "group";
  label: string;
  /** What it opens at, and what gets the focus back. */
  button: HTMLElement;
  onClose: () => void;
  children: ReactNode;
}

/** Beside something, and within the page. */
const fit = (start: number, size: number, page: number) =>
  `${Math.max(8, Math.min(start, page - size - 8))}px`;

/** Something small over the page; it goes with Escape, a click beside it, or when the focus leaves it. */
export function Popover(props: PopoverProps): ReactElement {
  const { part, role, label, button, onClose, children } = props;
  const ref = useRef<HTMLDivElement>(null);

  // Before it is painted, or it would be seen elsewhere first.
  useLayoutEffect(() => {
    const panel = ref.current as HTMLDivElement;
    const { left, bottom } = button.getBoundingClientRect();
    const { clientWidth, clientHeight } = document.documentElement;
    if (panel.showPopover) {
      panel.popover = "manual";
      panel.showPopover();
    }
    panel.style.left = fit(left, panel.offsetWidth, clientWidth);
    panel.style.top = fit(bottom + 4, panel.offsetHeight, clientHeight);
    panel.querySelector<HTMLElement>("button, input:enabled, select")?.focus();
    button.setAttribute("aria-expanded", "true");
    return () => button.setAttribute("aria-expanded", "false");
  }, [button]);

  useEffect(() => {
    const listening = new AbortController();
    const leave = ({ target }: Event) => {
      if (![ref.current, button].some((part) => part?.contains(target as Node))) onClose();
    };
    const escape = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      // A dialog around it stays.
      event.preventDefault();
      onClose();
      button.focus();
    };
    document.addEventListener("pointerdown", leave, listening);
    document.addEventListener("focusin", leave, listening);
    ref.current?.addEventListener("keydown", escape, listening);
    return () => listening.abort();
  });

  return (
    <div data-hj={part} ref={ref} role={role} aria-label={label}>
      {children}
    </div>
  );
}
