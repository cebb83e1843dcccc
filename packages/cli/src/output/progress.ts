const pauseMs = 100;

/** How far long work has come: on stderr, on a terminal, where the output does not show it. */
export function createProgress() {
  const { stdout, stderr } = process;
  const isShown = stderr.isTTY && !stdout.isTTY;
  let next = 0;
  return {
    tell(text: string): void {
      if (!isShown || Date.now() < next) return;
      next = Date.now() + pauseMs;
      stderr.write(`\r\u001b[K${text}`);
    },
    clear(): void {
      if (isShown) stderr.write("\r\u001b[K");
    },
  };
}
