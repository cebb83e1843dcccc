"use client";

import { type FocusEvent, type MouseEvent, useEffect, useRef } from "react";
import { isSelected } from "../react/selection.js";
import type { UserRowsProps } from "./user-rows.js";

/** Hears for all rows at once, so that a row costs nothing more than its cells. */
export function useRowEvents(props: UserRowsProps) {
  const { users, offset = 0, selection } = props;
  const keys = useRef<Promise<() => void>>(undefined);
  const lastChosen = useRef(0);
  useEffect(() => () => void keys.current?.then((stop) => stop()), []);

  function onFocus({ currentTarget }: FocusEvent<HTMLElement>) {
    // Whoever comes to the table first brings its keys.
    keys.current ??= import("../later.js").then(({ followKeys }) => followKeys(currentTarget));
  }

  function onClick({ target, shiftKey }: MouseEvent) {
    const pressed = target as HTMLElement;
    const row = pressed.closest("[data-user]");
    const at = Number(row?.getAttribute("aria-rowindex")) - 2 - offset;
    const user = users[at];
    if (!user) return;
    const button = pressed.closest<HTMLElement>("[data-open]");
    if (button) props.onOpen?.(button.dataset["open"] as "panel", user, button);
    // The cell around a box is part of it.
    const box = pressed.firstElementChild ?? pressed;
    if (!selection || !(box instanceof HTMLInputElement)) return;
    const from = shiftKey ? lastChosen.current : at;
    lastChosen.current = at;
    const range = users.slice(Math.min(from, at), Math.max(from, at) + 1);
    props.onSelect?.(
      range.map(({ id }) => id),
      !isSelected(selection, user.id),
    );
  }

  return { onFocus, onClick };
}
