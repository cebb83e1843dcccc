import type { Endpoint } from "@hellojohn/contract";
import { type Call, type CallOptions, outgoingOf } from "./call.js";
import { send } from "./send.js";
import { createServerClock } from "./server-clock.js";

export interface GatewayOptions {
  /** Where the app mounted the gateway of `@hellojohn/node`, such as `/api/hellojohn`. */
  adminUrl: string;
  fetch?: typeof fetch | undefined;
  /** The token of whoever is signed in with HelloJohn, for a gateway that asks for it. */
  getToken?: (() => Promise<string | null>) | undefined;
}

/** Calls administrators' endpoints through the app's own server, which holds the key. */
export function createGatewayCall({ adminUrl, fetch, getToken }: GatewayOptions): Call {
  const baseUrl = adminUrl.replace(/\/+$/, "");
  const transport = { fetch, clock: createServerClock(), credentials: "same-origin" as const };
  async function call(endpoint: Endpoint, options: CallOptions = {}): Promise<unknown> {
    const outgoing = outgoingOf(baseUrl, endpoint, options);
    // No form and no foreign page can send this one.
    outgoing.headers["X-HelloJohn-Gateway"] = "1";
    const token = await getToken?.();
    if (token) outgoing.headers["Authorization"] = `Bearer ${token}`;
    return send(transport, outgoing);
  }
  return call as Call;
}
