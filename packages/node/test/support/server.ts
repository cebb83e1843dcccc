import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { HelloJohn, type HelloJohnOptions } from "@hellojohn/node";
import { openTestApi } from "../../../server/test/api/test-api.js";
import type { DatabaseKind } from "../../../server/test/support/database.js";

/** Listens on loopback. */
export async function listen(answer: RequestListener) {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** The real API over HTTP, with a tenant in a store of its own. */
export async function openServer(kind: DatabaseKind) {
  let fetchFrom = (_: Request): Response | Promise<Response> => new Response(null, { status: 503 });
  const listener = getRequestListener((request, env) => fetchFrom.call(env, request), {
    overrideGlobalObjects: false,
  });
  const server = await listen((req, res) => void listener(req, res));
  const api = await openTestApi(kind, { HELLOJOHN_PUBLIC_URL: server.url });
  fetchFrom = (request) => api.app.fetch(request, { incoming: { socket: {} } });
  return {
    ...api,
    url: server.url,
    async close() {
      await server.close();
      await api.close();
    },
  };
}

export type TestServer = Awaited<ReturnType<typeof openServer>>;

/** A client of the server, by the tenant's key; as patient as a busy machine needs. */
export const connect = (server: TestServer, options: HelloJohnOptions = {}) =>
  new HelloJohn({
    ...{ apiUrl: server.url, secretKey: server.tenant.sk, timeoutMs: 60_000 },
    ...options,
  });
