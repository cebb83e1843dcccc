const steps: Record<string, number> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: 10,
  PageUp: -10,
  Home: -Infinity,
  End: Infinity,
};

/**
 * Moves the keyboard among the rows that are drawn, to the same control of another one. When the row of the focus goes,
 * the next one takes it; when all go, the search does.
 */
export function followKeys(table: HTMLElement): () => void {
  /** The row that has the focus, or had it when it went, and which of its controls. */
  let here: { id: string | undefined; at: number; control: number } | undefined;

  const rows = () => [...table.querySelectorAll<HTMLElement>("[data-user]")];
  const controlsOf = (row: Element) => [...row.querySelectorAll<HTMLElement>("button, input, a")];

  function follow({ target }: { target: EventTarget | null }): void {
    const focused = target as Element | null;
    // What was opened from a row leads back to it.
    if (focused?.closest("dialog, [role=menu]")) return;
    const row = focused?.closest<HTMLElement>("[data-user]") ?? undefined;
    here = row && {
      id: row.dataset["user"],
      at: rows().indexOf(row),
      control: controlsOf(row).indexOf(focused as HTMLElement),
    };
  }

  function focus(row: HTMLElement | undefined): void {
    const controls = row ? controlsOf(row) : [];
    const search = table.closest("section")?.querySelector<HTMLElement>("[type=search]");
    (controls[here?.control ?? 0] ?? controls[0] ?? search)?.focus();
  }

  function press(event: KeyboardEvent): void {
    const step = steps[event.key];
    if (!step || event.ctrlKey || event.altKey || event.metaKey) return;
    follow(event);
    if (!here) return;
    event.preventDefault();
    const drawn = rows();
    focus(drawn[Math.max(0, Math.min(drawn.length - 1, here.at + step))]);
  }

  /** A click beside the table takes the focus nowhere, and nothing has to bring it back. */
  function leave({ target }: FocusEvent): void {
    setTimeout(() => {
      const isLeft = document.activeElement === document.body && document.hasFocus();
      if (isLeft && (target as Element).isConnected) here = undefined;
    });
  }

  function restore(): void {
    if (!here || document.activeElement !== document.body) return;
    const { id, at } = here;
    const drawn = rows();
    focus(drawn.find(({ dataset }) => dataset["user"] === id) ?? drawn[at] ?? drawn.at(-1));
  }

  // Rows go one by one, dialogs over them elsewhere on the page.
  const observer = new MutationObserver(restore);
  observer.observe(document.body, { childList: true, subtree: true });
  const listening = new AbortController();
  follow({ target: document.activeElement });
  table.addEventListener("keydown", press, listening);
  document.addEventListener("focusin", follow, listening);
  table.addEventListener("focusout", leave, listening);
  return () => {
    observer.disconnect();
    listening.abort();
  };
}
