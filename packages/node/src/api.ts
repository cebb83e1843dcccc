import { addressOf, type Endpoint, type PathParams, toWire } from "@hellojohn/contract";
import { send } from "./send.js";
import type { Settings } from "./settings.js";

export interface CallOptions<Path extends string = string, Body = unknown, Query = unknown> {
  params?: Record<PathParams<Path>, string>;
  body?: Body;
  query?: Query;
  /** Refuses the change when the user has another version by now. */
  version?: number | undefined;
  signal?: AbortSignal | undefined;
  /** Makes calls of one intention happen once, however often they are sent; each call has its own unless said. */
  idempotencyKey?: string | undefined;
  /** A DELETE after which a later try finds nothing. */
  removes?: boolean;
}

/** Calls rows of the endpoint table with the key. */
export interface Api {
  call<Path extends string, Body, Reply, Query>(
    endpoint: Endpoint<Path, Body, Reply, Query>,
    options?: CallOptions<Path, Body, Query>,
  ): Promise<Reply>;
  stream<Path extends string, Body, Reply, Query>(
    endpoint: Endpoint<Path, Body, Reply, Query>,
    options?: CallOptions<Path, Body, Query>,
  ): Promise<ReadableStream<Uint8Array>>;
}

export function createApi(settings: Settings): Api {
  function run(endpoint: Endpoint, options: CallOptions = {}, streams = false): Promise<unknown> {
    const { method, reads } = endpoint;
    const { params, body, query, version, signal, idempotencyKey, removes } = options;
    const headers: Record<string, string> = { "User-Agent": "hellojohn-node" };
    if (settings.tenantId) headers["X-Tenant-ID"] = settings.tenantId;
    if (body !== undefined) headers["Content-Type"] = "application/json";
    if (version !== undefined) headers["If-Match"] = `"${version}"`;
    if (method === "POST" && !reads)
      headers["Idempotency-Key"] = idempotencyKey ?? crypto.randomUUID();
    return send(settings, {
      method,
      url: settings.apiUrl + addressOf(endpoint, params, query as object),
      headers,
      body: body === undefined ? undefined : JSON.stringify(toWire(body)),
      ...{ signal, streams, removes },
    });
  }
  return {
    call: async (endpoint: Endpoint, options?: CallOptions) => run(endpoint, options),
    stream: async (endpoint: Endpoint, options?: CallOptions) => run(endpoint, options, true),
  } as Api;
}
