import { currentOf, HelloJohnError } from "@hellojohn/contract/errors";
import { readAnswer } from "@hellojohn/contract/read-answer";
import { camelCase } from "@hellojohn/contract/wire";
import { delayBefore, sleep } from "./retry.js";
import type { ServerClock } from "./server-clock.js";

type Bag = Record<string, unknown>;

export interface Transport {
  fetch?: typeof fetch | undefined;
  timeoutMs?: number | undefined;
  maxRetries?: number | undefined;
  /** A gateway of the app's own knows its visitors by their cookies; the API takes none. */
  credentials?: RequestCredentials;
  clock: ServerClock;
}

export interface Outgoing {
  method: string;
  url: string;
  headers: Record<string, string>;
  body?: string | undefined;
  signal?: AbortSignal | undefined;
  timeoutMs?: number | undefined;
}

async function sendOnce(transport: Transport, outgoing: Outgoing): Promise<unknown> {
  const { fetch = globalThis.fetch, clock, credentials = "omit" } = transport;
  const { method, url, headers, body, signal } = outgoing;
  const timeoutMs = outgoing.timeoutMs ?? transport.timeoutMs ?? 10_000;
  signal?.throwIfAborted();
  const controller = new AbortController();
  const abort = () => controller.abort(signal?.reason);
  signal?.addEventListener("abort", abort);
  const late = new HelloJohnError("timeout", `No answer within ${timeoutMs} ms`);
  const timer = setTimeout(() => controller.abort(late), timeoutMs);
  try {
    const response = await fetch(url, {
      method,
      headers,
      body: body ?? null,
      signal: controller.signal,
      credentials,
      cache: "no-store",
      redirect: "error",
    });
    clock.hear(response.headers);
    const isFile = response.ok && /csv|ndjson/.test(response.headers.get("Content-Type") ?? "");
    return isFile ? await response.blob() : readAnswer(response, await response.text());
  } catch (error) {
    controller.signal.throwIfAborted();
    if (HelloJohnError.is(error)) throw error;
    throw new HelloJohnError("network_error", "The server was not reached", { cause: error });
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", abort);
  }
}

/** A conflict with what was sent itself: the first try was heard, and its answer was lost. */
function isOurs(current: unknown, { body = "{}" }: Outgoing): boolean {
  const sent = Object.entries(JSON.parse(body));
  return sent.every(([name, value]) => (current as Bag | undefined)?.[camelCase(name)] === value);
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
    const current = attempt > 0 && currentOf(error);
    if (current && isOurs(current, outgoing)) return current;
    const { maxRetries = 2 } = transport;
    const delay = delayBefore(error, outgoing.method, attempt);
    if (delay === undefined || attempt >= maxRetries) throw error;
    await sleep(delay, outgoing.signal);
    return send(transport, outgoing, attempt + 1);
  }
}
