"use client";

import { type KeyboardEvent, type ReactElement, useEffect, useRef } from "react";
import { useTableAround } from "./use-user-table.js";

/** How long typing must rest before it is searched for. */
const restMs = 250;

/** Looks for users by name, address or id; Enter does at once, Escape clears. */
export function UserSearch(): ReactElement {
  const { query, change, texts } = useTableAround();
  const input = useRef<HTMLInputElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const { q = "" } = query;
  // Typing that rests and Enter may come before what the first of them asked for is drawn.
  const asked = useRef(q);

  useEffect(() => {
    asked.current = q;
    // What is being typed is never written over.
    if (input.current && timer.current === undefined) input.current.value = q;
  }, [q]);
  useEffect(() => () => clearTimeout(timer.current), []);

  function search() {
    clearTimeout(timer.current);
    timer.current = undefined;
    const next = input.current?.value.trim() ?? "";
    // One step back undoes the search, not a letter.
    const { current: last } = asked;
    asked.current = next;
    if (next !== last) change({ q: next || undefined }, last !== "" && next !== "");
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.key === "Escape") event.currentTarget.value = "";
    if (event.key === "Enter" || event.key === "Escape") search();
  }

  return (
    <input
      data-hj="input"
      type="search"
      ref={input}
      defaultValue={q}
      maxLength={200}
      autoComplete="off"
      spellCheck={false}
      aria-label={texts.search}
      placeholder={texts.search}
      onKeyDown={onKeyDown}
      onInput={() => {
        clearTimeout(timer.current);
        timer.current = setTimeout(search, restMs);
      }}
    />
  );
}
