import { addressOf, endpoints } from "@hellojohn/contract";
import {
  createGateway,
  type Gateway,
  type GatewayOperation,
  type GatewayOptions,
} from "@hellojohn/node/gateway";
import type { TestServer } from "./server.js";

export const base = "http://app.test/api/hellojohn";

export interface Asking {
  params?: Record<string, string>;
  query?: object;
  body?: unknown;
  headers?: Record<string, string>;
}

/** What the users table sends. */
export function requestFor(name: GatewayOperation, asking: Asking = {}, at = base): Request {
  const { params, query, body, headers } = asking;
  const row = endpoints[name];
  return new Request(at + addressOf(row, params, query), {
    method: row.method,
    headers: {
      "X-HelloJohn-Gateway": "1",
      "Sec-Fetch-Site": "same-origin",
      ...(body === undefined ? {} : { "Content-Type": "application/json" }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
}

/** Asks a gateway, and reads its answer. */
export async function ask(gateway: Gateway, name: GatewayOperation, asking?: Asking) {
  const answer = await gateway(requestFor(name, asking));
  const text = await answer.text();
  const isJson = answer.headers.get("Content-Type")?.startsWith("application/json");
  return { status: answer.status, headers: answer.headers, text, body: isJson && JSON.parse(text) };
}

/** A gateway before a server, and what went through it. */
export function openGateway(server: TestServer, options: Partial<GatewayOptions> = {}) {
  const upstream: { method: string; url: string; headers: Headers; body: unknown }[] = [];
  const gateway = createGateway({
    ...{ apiUrl: server.url, secretKey: server.tenant.sk, timeoutMs: 60_000 },
    authorize: () => true,
    fetch: async (url, init = {}) => {
      const { method = "GET", headers, body } = init;
      upstream.push({ method, url: String(url), headers: new Headers(headers), body });
      return fetch(url, init);
    },
    ...options,
  });
  return { gateway, upstream };
}
