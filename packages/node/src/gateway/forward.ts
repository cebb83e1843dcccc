import { addressOf, HelloJohnError, refusal } from "@hellojohn/contract";
import { bytesOf, exchange } from "../exchange.js";
import { hide } from "../secrecy.js";
import type { Settings } from "../settings.js";
import type { Matched } from "./match.js";
import { type GatewayOperation, rowOf } from "./operations.js";

export interface Forwarded extends Matched {
  request: Request;
  query: Record<string, string>;
  body: string | undefined;
}

const passed = ["if-match", "idempotency-key"];

/** What HelloJohn answered, with nothing but what a browser needs of it. */
export interface Reply {
  status: number;
  headers: Headers;
  /** JSON, or nothing; or bytes as they come. */
  body: unknown;
}

const kept = /^(?:content-type|content-disposition|etag|retry-after|x-request-id|x-ratelimit-.+)$/;

function headersOf(from: Headers): Headers {
  const headers = new Headers([...from].filter(([name]) => kept.test(name)));
  headers.set("Cache-Control", "no-store");
  headers.set("X-Content-Type-Options", "nosniff");
  return headers;
}

const unavailable = (message: string) => refusal("service_unavailable", message);

const exports: readonly GatewayOperation[] = ["exportUsers", "exportFoundUsers"];
const isFile = /^(?:text\/csv|application\/x-ndjson)\b/;

const isRefusal = (body: unknown): boolean =>
  typeof (body as { error?: { code?: unknown } } | undefined)?.error?.code === "string";

async function readReply(
  response: Response,
  { name }: Forwarded,
  settings: Settings,
): Promise<Reply> {
  const { status } = response;
  const headers = headersOf(response.headers);
  const isExport = exports.includes(name) && response.ok;
  if (isExport && isFile.test(headers.get("content-type") ?? ""))
    return { status, headers, body: bytesOf(response, settings) };
  const text = hide(await response.text(), settings.secretKey);
  // To the browser a 401 speaks of its own token.
  if (status === 401) throw unavailable("HelloJohn refuses the gateway's secret key");
  const foreign = () => unavailable("HelloJohn did not answer in its own form");
  let body: unknown;
  try {
    body = text === "" ? undefined : JSON.parse(text);
  } catch {
    throw foreign();
  }
  if (!response.ok && !isRefusal(body)) throw foreign();
  return { status, headers, body };
}

/** Calls HelloJohn with the key, at an address made from the endpoint table. What came in is never part of one. */
export async function forward(settings: Settings, forwarded: Forwarded): Promise<Reply> {
  const { name, params, query, body, request } = forwarded;
  const row = rowOf(name);
  const headers: Record<string, string> = {};
  if (settings.tenantId) headers["X-Tenant-ID"] = settings.tenantId;
  if (body !== undefined) headers["Content-Type"] = "application/json";
  for (const header of passed) {
    const value = request.headers.get(header);
    if (value !== null) headers[header] = value;
  }
  const url = settings.apiUrl + addressOf(row, params, query);
  const outgoing = {
    method: row.method,
    url,
    headers,
    body,
    signal: request.signal,
    streams: true,
  };
  try {
    return await exchange(settings, outgoing, (response) =>
      readReply(response, forwarded, settings),
    );
  } catch (error) {
    if (HelloJohnError.is(error) && error.status >= 400) throw error;
    throw unavailable("HelloJohn cannot be reached; try again");
  }
}
