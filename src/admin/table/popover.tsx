"use client";

import { type ReactElement, type ReactNode, useEffect, useRef } from "react";

export interface PopoverProps {
  part: string;
  role: "menu" | "group";
  label: string;
  /** What it opens at, and what gets the focus back. */
  button: HTMLElement;
  onClose: () => void;
  children: ReactNode;
}

const hasTopLayer = () => "showPopover" in HTMLElement.prototype;

/** Beside the button, and within the page. */
function place(panel: HTMLElement, button: HTMLElement): void {
  const { left, right, top, bottom } = button.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height, style } = panel;
  const page = document.documentElement;
  const start = getComputedStyle(button).direction === "rtl" ? right - width : left;
  style.left = `${Math.max(8, Math.min(start, page.clientWidth - width - 8))}px`;
  const below = bottom + 4;
  style.top = `${below + height < page.clientHeight ? below : Math.max(8, top - height - 4)}px`;
}

/** Something small over the page; it goes with Escape, a click beside it, or when the focus leaves it. */
export function Popover(props: PopoverProps): ReactElement {
  const { part, role, label, button, onClose, children } = props;
  const ref = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const panel = ref.current;
    if (!panel) return;
    if (hasTopLayer()) panel.showPopover();
    place(panel, button);
    panel.querySelector<HTMLElement>("button, input, select")?.focus();
    button.setAttribute("aria-expanded", "true");
    return () => button.setAttribute("aria-expanded", "false");
  }, [button]);

  useEffect(() => {
    const leave = ({ target }: Event) => {
      const isInside = (element: HTMLElement | null) => element?.contains(target as Node);
      if (!isInside(ref.current) && !isInside(button)) onClose();
    };
    const escape = ({ key }: KeyboardEvent) => {
      if (key !== "Escape") return;
      onClose();
      button.focus();
    };
    const panel = ref.current;
    panel?.addEventListener("keydown", escape);
    document.addEventListener("pointerdown", leave);
    document.addEventListener("focusin", leave);
    return () => {
      panel?.removeEventListener("keydown", escape);
      document.removeEventListener("pointerdown", leave);
      document.removeEventListener("focusin", leave);
    };
  });

  return (
    <div
      data-hj={part}
      popover={hasTopLayer() ? "manual" : undefined}
      ref={ref}
      role={role}
      aria-label={label}
    >
      {children}
    </div>
  );
}
