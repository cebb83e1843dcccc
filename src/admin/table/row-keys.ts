import type { UserDetails } from "@hellojohn/contract";

/** The rows as they are drawn now. */
export interface RowsNow {
  users: readonly UserDetails[];
  offset: number;
  rowHeight: number;
  /** The row that has the focus, or had it when it went. */
  here?: { id: string; at: number } | undefined;
}

const steps: Record<string, number> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: 10,
  PageUp: -10,
  Home: -Infinity,
  End: Infinity,
};

const controlsOf = (row: Element) => [...row.querySelectorAll<HTMLElement>("button, input, a")];

/**
 * Moves the keyboard among the rows, to the same control of another one. When the row of the focus goes, the next one
 * takes it; when all go, the search does.
 */
export function followKeys(scroller: HTMLElement, now: RowsNow): () => void {
  let control = 0;
  let wanted: number | undefined;

  function focus(at: number): void {
    const row = scroller.querySelector(`[aria-rowindex="${at + now.offset + 2}"]`);
    const controls = row ? controlsOf(row) : [];
    wanted = row ? undefined : at;
    if (row) (controls[control] ?? controls[0])?.focus();
    else scroller.scrollTop = at * now.rowHeight;
  }

  function press(event: KeyboardEvent): void {
    const step = steps[event.key];
    const row = (event.target as Element).closest("[data-user]");
    if (!step || !row || !now.here || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    follow(event.target);
    focus(Math.max(0, Math.min(now.users.length - 1, now.here.at + step)));
  }

  function follow(target: EventTarget | null): void {
    const row = (target as Element | null)?.closest("[data-user]");
    if (row) control = controlsOf(row).indexOf(target as HTMLElement);
  }
  const followFocus = ({ target }: FocusEvent) => follow(target);

  /** A click beside the table takes the focus nowhere, and nothing has to bring it back. */
  function leave({ target, relatedTarget }: FocusEvent): void {
    if (relatedTarget) return;
    setTimeout(() => {
      const isLeft = document.activeElement === document.body && document.hasFocus();
      if (isLeft && (target as Element).isConnected) now.here = undefined;
    });
  }

  function restore(): void {
    if (wanted !== undefined && wanted < now.users.length) focus(wanted);
    if (!now.here || document.activeElement !== document.body) return;
    const { id, at } = now.here;
    const same = now.users.findIndex((user) => user.id === id);
    const next = same < 0 ? Math.min(at, now.users.length - 1) : same;
    if (next >= 0) focus(next);
    else scroller.closest("section")?.querySelector<HTMLElement>("[type=search]")?.focus();
  }

  // Rows go one by one, dialogs over them elsewhere on the page.
  const observer = new MutationObserver(restore);
  follow(document.activeElement);
  observer.observe(document.body, { childList: true, subtree: true });
  scroller.addEventListener("keydown", press);
  scroller.addEventListener("focusin", followFocus);
  scroller.addEventListener("focusout", leave);
  return () => {
    observer.disconnect();
    scroller.removeEventListener("keydown", press);
    scroller.removeEventListener("focusin", followFocus);
    scroller.removeEventListener("focusout", leave);
  };
}
