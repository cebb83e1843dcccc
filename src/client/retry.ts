import { HelloJohnError } from "@hellojohn/contract/errors";

const baseMs = 300;
const longestSeconds = 60;

/** Milliseconds until the same call is worth another try, or nothing when it is not. */
export function delayBefore(error: unknown, method: string, attempt: number): number | undefined {
  const isOffline = globalThis.navigator?.onLine === false;
  if (!HelloJohnError.is(error) || isOffline) return undefined;
  // Whoever presses a button too often is told so at once.
  const { code, status, retryAfter = 0 } = error;
  const isTooMuch = status === 429 && method !== "POST";
  const isWeather = code === "network_error" || status >= 500;
  if (!(isTooMuch || isWeather) || retryAfter > longestSeconds) return undefined;
  // Full jitter: clients that failed together do not come back together.
  return retryAfter * 1000 + Math.random() * baseMs * 2 ** attempt;
}

/** Waits; an abort ends the wait with its own reason. */
export function sleep(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    setTimeout(resolve, ms);
    const stop = () => reject(signal?.reason);
    signal?.addEventListener("abort", stop, { once: true });
  });
}
