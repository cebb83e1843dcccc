import { HelloJohnError } from "@hellojohn/contract";
import { plainCause } from "./secrecy.js";
import type { Settings } from "./settings.js";
import { retold } from "./stream.js";

/** One request as it leaves. */
export interface Outgoing {
  method: string;
  url: string;
  headers: Record<string, string>;
  body?: string | undefined;
  signal?: AbortSignal | undefined;
  timeoutMs?: number | undefined;
  /** The answer is handed on as it comes. */
  streams?: boolean | undefined;
}

const isRedirect = ({ type, status, redirected }: Response): boolean =>
  type === "opaqueredirect" || redirected || (status >= 300 && status < 400);

const networkError = (message: string, cause: Error | undefined) =>
  new HelloJohnError("network_error", message, { cause });

/**
 * Sends one request with the key and lets `read` take the answer, within the time of one try. A redirect is an error:
 * what it leads to must not see the key.
 */
export async function exchange<T>(
  settings: Settings,
  outgoing: Outgoing,
  read: (response: Response) => Promise<T>,
): Promise<T> {
  const { secretKey, fetch } = settings;
  const { method, url, headers, body, signal, timeoutMs = settings.timeoutMs } = outgoing;
  signal?.throwIfAborted();
  const controller = new AbortController();
  const abort = () => controller.abort(signal?.reason);
  signal?.addEventListener("abort", abort);
  const late = new HelloJohnError("timeout", `No answer within ${timeoutMs} ms`);
  const timer = setTimeout(() => controller.abort(late), timeoutMs);
  try {
    const response = await fetch(url, {
      method,
      headers: { ...headers, Authorization: `Bearer ${secretKey}` },
      body: body ?? null,
      redirect: "manual",
      signal: controller.signal,
    });
    if (isRedirect(response)) {
      await response.body?.cancel();
      throw new HelloJohnError(
        "invalid_response",
        "The server redirects, and a secret key does not follow; look at `apiUrl`",
        { status: response.status },
      );
    }
    return await read(response);
  } catch (error) {
    controller.signal.throwIfAborted();
    if (HelloJohnError.is(error)) throw error;
    throw networkError("The server was not reached", plainCause(error, secretKey));
  } finally {
    clearTimeout(timer);
    // A stream may still be broken off.
    if (!outgoing.streams) signal?.removeEventListener("abort", abort);
  }
}

/** The bytes of an answer that may be long. The time of a try ends with its headers. */
export const bytesOf = ({ body }: Response, { secretKey }: Settings): ReadableStream<Uint8Array> =>
  retold(body ?? new Blob().stream(), (fault) =>
    HelloJohnError.is(fault)
      ? fault
      : networkError("The answer broke off", plainCause(fault, secretKey)),
  );
