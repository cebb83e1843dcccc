import type { KeyboardEvent } from "react";

/** The arrow keys go round among the buttons of a menu or a row of tabs; across, as the text runs. */
export function walk(event: KeyboardEvent<HTMLElement>): void {
  const { key, target, currentTarget } = event;
  const buttons = [...currentTarget.querySelectorAll("button")];
  const at = buttons.indexOf(target as HTMLButtonElement);
  const forward = getComputedStyle(currentTarget).direction === "rtl" ? -1 : 1;
  const places: Record<string, number> = {
    Home: 0,
    End: -1,
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    ArrowRight: at + forward,
    ArrowLeft: at - forward,
  };
  const place = places[key];
  if (place === undefined) return;
  event.preventDefault();
  buttons.at(place % buttons.length)?.focus();
}
