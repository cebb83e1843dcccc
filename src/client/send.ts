import { camelCase, HelloJohnError } from "@hellojohn/contract";
import { readAnswer } from "./read-answer.js";
import { delayBefore, sleep } from "./retry.js";
import type { ServerClock } from "./server-clock.js";

export interface Transport {
  fetch: typeof fetch | undefined;
  timeoutMs: number;
  maxRetries: number;
  clock: ServerClock;
}

export interface Outgoing {
  method: string;
  url: string;
  headers: Record<string, string>;
  body?: string | undefined;
  signal?: AbortSignal | undefined;
}

const networkError = (cause: unknown) =>
  new HelloJohnError("network_error", "The server could not be reached", { cause });

async function sendOnce(transport: Transport, outgoing: Outgoing): Promise<unknown> {
  const { fetch = globalThis.fetch, timeoutMs, clock } = transport;
  const { method, url, headers, body, signal } = outgoing;
  signal?.throwIfAborted();
  const controller = new AbortController();
  const abort = () => controller.abort(signal?.reason);
  signal?.addEventListener("abort", abort);
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    controller.abort();
  }, timeoutMs);
  try {
    const response = await fetch(url, {
      method,
      headers,
      ...(body !== undefined && { body }),
      signal: controller.signal,
      credentials: "omit",
      cache: "no-store",
      redirect: "error",
    });
    clock.hear(response.headers);
    return readAnswer(response, await response.text());
  } catch (error) {
    if (HelloJohnError.is(error)) throw error;
    if (signal?.aborted) throw signal.reason;
    if (isLate)
      throw new HelloJohnError("timeout", `No answer within ${timeoutMs} ms`, { cause: error });
    throw networkError(error);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", abort);
  }
}

/** A conflict with what was sent itself: the first try was heard, and its answer was lost. */
function isOurs(error: HelloJohnError, { body = "{}" }: Outgoing): boolean {
  const current = error.current as Record<string, unknown> | undefined;
  const sent = Object.entries(JSON.parse(body));
  return !!current && sent.every(([name, value]) => current[camelCase(name)] === value);
}

/** Sends, and sends again what failed by weather. Every call that may act twice carries a key or a version. */
export async function send(
  transport: Transport,
  outgoing: Outgoing,
  attempt = 0,
): Promise<unknown> {
  try {
    return await sendOnce(transport, outgoing);
  } catch (error) {
    const isConflict = attempt > 0 && HelloJohnError.is(error) && error.code === "version_conflict";
    if (isConflict && isOurs(error, outgoing)) return error.current;
    const delay =
      attempt < transport.maxRetries ? delayBefore(error, outgoing.method, attempt) : undefined;
    if (delay === undefined) throw error;
    await sleep(delay, outgoing.signal);
    return send(transport, outgoing, attempt + 1);
  }
}
