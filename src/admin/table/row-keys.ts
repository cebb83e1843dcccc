import type { RowsNow } from "./use-row-events.js";

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
export function followKeys(table: HTMLElement, rows: RowsNow): () => void {
  const scroller = table.parentElement as HTMLElement;
  /** The row that has the focus, or had it when it went. */
  let here: { id: string | undefined; at: number } | undefined;
  let control = 0;
  let wanted: number | undefined;

  function focus(at: number): void {
    const { offset, rowHeight } = rows.current;
    const row = table.querySelector(`[aria-rowindex="${at + offset + 2}"]`);
    const controls = row ? controlsOf(row) : [];
    wanted = row ? undefined : at;
    if (row) (controls[control] ?? controls[0])?.focus();
    else scroller.scrollTop = at * rowHeight;
  }

  function follow({ target }: { target: EventTarget | null }): void {
    const row = (target as Element).closest<HTMLElement>("[data-user]");
    here = undefined;
    if (!row) return;
    const at = Number(row.getAttribute("aria-rowindex")) - rows.current.offset - 2;
    here = { id: row.dataset["user"], at };
    control = controlsOf(row).indexOf(target as HTMLElement);
  }

  function press(event: KeyboardEvent): void {
    const step = steps[event.key];
    if (!step || event.ctrlKey || event.altKey || event.metaKey) return;
    follow(event);
    if (!here) return;
    event.preventDefault();
    focus(Math.max(0, Math.min(rows.current.users.length - 1, here.at + step)));
  }

  /** A click beside the table takes the focus nowhere, and nothing has to bring it back. */
  function leave({ target }: FocusEvent): void {
    setTimeout(() => {
      const isLeft = document.activeElement === document.body && document.hasFocus();
      if (isLeft && (target as Element).isConnected) here = undefined;
    });
  }

  function restore(): void {
    const { users } = rows.current;
    if (wanted !== undefined && wanted < users.length) focus(wanted);
    if (!here || document.activeElement !== document.body) return;
    const { id, at } = here;
    const same = users.findIndex((user) => user.id === id);
    const next = same < 0 ? Math.min(at, users.length - 1) : same;
    if (next >= 0) focus(next);
    else scroller.closest("section")?.querySelector<HTMLElement>("[type=search]")?.focus();
  }

  // Rows go one by one, dialogs over them elsewhere on the page.
  const observer = new MutationObserver(restore);
  observer.observe(document.body, { childList: true, subtree: true });
  const listening = new AbortController();
  const { signal } = listening;
  follow({ target: document.activeElement });
  table.addEventListener("keydown", press, { signal });
  table.addEventListener("focusin", follow, { signal });
  table.addEventListener("focusout", leave, { signal });
  return () => {
    observer.disconnect();
    listening.abort();
  };
}
