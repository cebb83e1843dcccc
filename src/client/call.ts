import type { Endpoint, PathParams } from "@hellojohn/contract";
import { HelloJohnError } from "@hellojohn/contract/errors";
import { pathOf } from "@hellojohn/contract/path";
import { toWire } from "@hellojohn/contract/wire";
import { type Outgoing, send, type Transport } from "./send.js";
import type { SessionSource } from "./session-source.js";

export interface CallOptions<Path extends string = string, Body = unknown> {
  params?: Record<PathParams<Path>, string>;
  body?: Body;
  /** The query string, with its question mark. */
  search?: string | undefined;
  /** Refuses the change when the user has another version by now. */
  version?: number | undefined;
  signal?: AbortSignal | undefined;
  /** Calls with this token instead of the session's. */
  token?: string | undefined;
  /** Makes calls of one intention happen once, however often they are sent; each call has its own unless said. */
  idempotencyKey?: string | undefined;
  /** For an answer that takes longer than others do. */
  timeoutMs?: number | undefined;
}

/** Calls a row of the endpoint table. */
export type Call = <Path extends string, Body, Reply>(
  endpoint: Endpoint<Path, Body, Reply>,
  options?: CallOptions<Path, Body>,
) => Promise<Reply>;

export interface Caller extends Transport {
  apiUrl: string;
  publishableKey?: string | undefined;
  session: SessionSource;
}

/** As random as a UUID; `randomUUID` is missing on plain http. */
export const randomKey = () => crypto.getRandomValues(new Uint32Array(4)).join("-");

async function sendAsPerson(caller: Caller, outgoing: Outgoing): Promise<unknown> {
  const { session } = caller;
  const asked = session.get();
  const sendWith = (token: string | null) => {
    const now = session.get();
    // What one person asked for is never done as another.
    const isOther =
      asked.status === "signed-in" && now.status === "signed-in" && asked.userId !== now.userId;
    if (!token || isOther) throw new HelloJohnError("signed_out", "Nobody is signed in");
    const headers = { ...outgoing.headers, Authorization: `Bearer ${token}` };
    return send(caller, { ...outgoing, headers });
  };
  const token = await session.getToken();
  try {
    return await sendWith(token);
  } catch (error) {
    if (!token || !HelloJohnError.is(error)) throw error;
    const { code, status } = error;
    if (code === "session_revoked" || code === "account_disabled") session.end("session_revoked");
    else if (status === 401) {
      const next = await session.renew(token);
      if (next) return sendWith(next);
    }
    throw error;
  }
}

/** What goes out for a row of the table, whoever sends it. */
export function outgoingOf(
  baseUrl: string,
  endpoint: Endpoint,
  options: CallOptions = {},
): Outgoing {
  const { method, reads } = endpoint;
  const { params, body, search = "", version, signal, idempotencyKey, timeoutMs } = options;
  const headers: Record<string, string> = {};
  if (body !== undefined) headers["Content-Type"] = "application/json";
  if (version !== undefined) headers["If-Match"] = `"${version}"`;
  if (method === "POST" && !reads) headers["Idempotency-Key"] = idempotencyKey ?? randomKey();
  return {
    method,
    url: baseUrl + pathOf(endpoint, params) + search,
    headers,
    body: body === undefined ? undefined : JSON.stringify(toWire(body)),
    ...{ signal, timeoutMs },
  };
}

/** Makes the one function through which everything reaches the API. */
export function createCall(caller: Caller): Call {
  async function call(endpoint: Endpoint, options: CallOptions = {}): Promise<unknown> {
    const { bearer } = endpoint;
    const { token } = options;
    const outgoing = outgoingOf(caller.apiUrl, endpoint, options);
    if (!token && (bearer === "session" || bearer === "admin"))
      return sendAsPerson(caller, outgoing);
    const key = bearer === "publishable" ? caller.publishableKey : token;
    if (!key && bearer === "publishable")
      throw new Error("HelloJohn needs the `publishableKey` (pk_…) for this");
    if (key) outgoing.headers["Authorization"] = `Bearer ${key}`;
    return send(caller, outgoing);
  }
  return call as Call;
}
