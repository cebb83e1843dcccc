const longestMs = 10_000;

/** Focuses the row of a user when it appears; answers how to wait no longer. */
export function focusRowOf(userId: string): () => void {
  const find = () => {
    const row = document.querySelector(`[data-user="${CSS.escape(userId)}"]`);
    const target = row?.querySelector<HTMLElement>("a, button");
    if (!target) return;
    target.focus();
    stop();
  };
  const observer = new MutationObserver(find);
  const timer = setTimeout(() => stop(), longestMs);
  function stop() {
    observer.disconnect();
    clearTimeout(timer);
  }
  observer.observe(document.body, { childList: true, subtree: true });
  find();
  return stop;
}
