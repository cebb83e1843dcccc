import type { Endpoint } from "@hellojohn/contract";
import { searchOf } from "@hellojohn/contract/address";
import { createGatewayCall } from "../../client/gateway-call.js";
import type { CallOptions, HelloJohnClient } from "../../client/index.js";
import { keys } from "../../react/index.js";

/** Calls a row of the administrators' table, with its query. */
export type AdminCall = <Path extends string, Body, Reply, Query>(
  endpoint: Endpoint<Path, Body, Reply, Query>,
  options?: CallOptions<Path, Body> & { query?: Query },
) => Promise<Reply>;

/** How administrators' endpoints are reached, and whose answers those are. */
export interface AdminClient {
  readonly call: AdminCall;
  /** What every key in the cache begins with; it goes when the person does. */
  readonly branch: readonly unknown[];
  /** Whether someone is there to ask. */
  readonly enabled: boolean;
  /** The signed-in administrator herself, where she is a user of the tenant. */
  readonly userId: string | undefined;
}

export interface AdminConnection {
  /** Where the app mounted the gateway of `@hellojohn/node`; without it, the signed-in person is the administrator. */
  adminUrl?: string | undefined;
  fetch?: typeof fetch | undefined;
}

/** The administrators' side of a client, as its session stands now. */
export function createAdminClient(
  client: HelloJohnClient,
  { adminUrl, fetch }: AdminConnection = {},
): AdminClient {
  const session = client.session.get();
  const { getToken } = client.session;
  const isSignedIn = session.status === "signed-in";
  const call =
    adminUrl === undefined ? client.call : createGatewayCall({ adminUrl, fetch, getToken });
  return {
    call: (endpoint, { query, ...options } = {}) =>
      call(endpoint, { ...options, search: searchOf(query ?? {}) }),
    branch: [...keys.branch(session), "admin", adminUrl ?? null],
    // A gateway has its own way to tell who is there.
    enabled: adminUrl === undefined ? isSignedIn : session.status !== "loading",
    userId: isSignedIn ? session.userId : undefined,
  };
}
