"use client";

import type { UserDetails } from "@hellojohn/contract";
import { type FocusEvent, type MouseEvent, type RefObject, useEffect, useRef } from "react";
import { isSelected } from "../react/selection.js";
import type { RowsNow } from "./row-keys.js";
import type { UserRowsProps } from "./user-rows.js";

/** Hears for all rows at once, so that a row costs nothing more than its cells. */
export function useRowEvents(
  props: UserRowsProps,
  scroller: RefObject<HTMLElement | null>,
  rowHeight: number,
) {
  const { users, offset = 0, selection } = props;
  const rows = { users, offset, rowHeight };
  const { current: now } = useRef<RowsNow>(rows);
  Object.assign(now, rows);
  const keys = useRef<() => void>(undefined);
  const lastChosen = useRef(0);
  useEffect(() => () => keys.current?.(), []);

  function rowOf(target: EventTarget): [at: number, user: UserDetails | undefined] {
    const row = (target as Element).closest("[data-user]");
    const at = Number(row?.getAttribute("aria-rowindex")) - 2 - offset;
    return [at, users[at]];
  }

  async function bringKeys() {
    const { followKeys } = await import("../later.js");
    if (scroller.current) keys.current = followKeys(scroller.current, now);
  }

  function onFocus({ target }: FocusEvent) {
    const [at, user] = rowOf(target);
    now.here = user && { id: user.id, at };
    if (keys.current) return;
    // Whoever comes to the table first brings its keys.
    keys.current = () => {};
    void bringKeys();
  }

  function onClick({ target, shiftKey }: MouseEvent) {
    const [at, user] = rowOf(target);
    if (!user) return;
    const button = (target as Element).closest<HTMLElement>("[data-open]");
    if (button) props.onOpen?.(button.dataset["open"] as "panel", user, button);
    // The cell around a box is part of it.
    const box = (target as Element).firstElementChild ?? target;
    if (!selection || !(box instanceof HTMLInputElement)) return;
    const from = shiftKey ? lastChosen.current : at;
    lastChosen.current = at;
    const range = users.slice(Math.min(from, at), Math.max(from, at) + 1);
    props.onSelect?.(
      range.map(({ id }) => id),
      !isSelected(selection, user.id),
    );
  }

  return { now, events: { onFocus, onClick } };
}
