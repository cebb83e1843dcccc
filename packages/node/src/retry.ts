import { HelloJohnError } from "@hellojohn/contract";

const baseMs = 300;
const longestSeconds = 60;

const isWeather = ({ code, status }: HelloJohnError): boolean =>
  code === "network_error" || code === "timeout" || status === 429 || status >= 500;

/** Milliseconds until the same call is worth another try, or nothing when it is not. */
export function delayBefore(error: unknown, attempt: number): number | undefined {
  if (!HelloJohnError.is(error) || !isWeather(error)) return undefined;
  const { retryAfter = 0 } = error;
  if (retryAfter > longestSeconds) return undefined;
  // Full jitter: servers that failed together do not come back together.
  return retryAfter * 1000 + Math.random() * baseMs * 2 ** attempt;
}

/** Waits; an abort ends the wait with its own reason. */
export function sleep(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", stop);
      resolve();
    }, ms);
    signal?.addEventListener("abort", stop, { once: true });
    if (signal?.aborted) stop();
  });
}
