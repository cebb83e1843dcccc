import { type EndpointName, endpoints, HelloJohnError, refusal } from "@hellojohn/contract";
import { parseBody, parseQuery } from "@hellojohn/contract/schemas";
import { authenticate } from "./bearer.js";
import { readObject } from "./body.js";
import type { Call, Handler } from "./call.js";
import type { Faults } from "./faults.js";
import { assertMayCall } from "./guards.js";
import { handlers } from "./handlers.js";
import type { Replays } from "./idempotency.js";
import { match } from "./match.js";
import { failure, success } from "./respond.js";
import type { State } from "./state.js";
import { parseIfMatch } from "./versions.js";

/** A call the fake has seen. */
export interface FakeRequest {
  endpoint: EndpointName;
  /** What was sent, in the wire's spelling. */
  body: unknown;
  headers: Headers;
}

/** What stands behind the fake's `fetch`. */
export interface Backend {
  state: State;
  faults: Faults;
  replays: Replays;
  requests: FakeRequest[];
  /** Waits as long as the network is said to take. */
  travel(signal: AbortSignal): Promise<void>;
}

function run<Name extends EndpointName>(
  name: Name,
  call: Omit<Call, "body" | "query">,
  input: object,
  search: URLSearchParams,
): unknown {
  const handler: Handler<Name> = handlers[name];
  return handler({ ...call, body: parseBody(name, input), query: parseQuery(name, search) });
}

/** An API may live below a prefix of the app's own address. */
const pathOf = (url: string) => new URL(url).pathname.replace(/^.*?(?=\/v[12]\/)/, "");

async function serve(backend: Backend, request: Request, signal: AbortSignal): Promise<Response> {
  const { state, faults, replays } = backend;
  const { name, params } = match(request.method, pathOf(request.url));
  const { headers } = request;
  const text = await request.text();
  const sent: FakeRequest = { endpoint: name, body: undefined, headers };
  backend.requests.push(sent);
  await backend.travel(signal);
  await faults.strike(name, signal);

  const caller = authenticate(state, endpoints[name].bearer, headers.get("Authorization"));
  const tenant = headers.get("X-Tenant-ID");
  if (tenant !== null && tenant !== state.tenantId)
    throw refusal("tenant_mismatch", "The key or token belongs to another tenant");
  const versions = parseIfMatch(headers.get("If-Match"));
  const input = readObject(text, headers.get("Content-Type"));
  sent.body = input;

  const isAction = request.method === "POST" && endpoints[name].reads !== true;
  const key = isAction ? headers.get("Idempotency-Key") : null;
  const owner = caller?.session.id ?? headers.get("Authorization") ?? "";
  const sentBody = `${name} ${text}`;
  const first = key === null ? undefined : replays.find({ owner, key }, sentBody);
  if (first) return first;

  assertMayCall(name, caller, input);
  const response = success(
    state,
    name,
    run(name, { state, params, caller, versions }, input, new URL(request.url).searchParams),
  );
  if (key !== null) replays.keep({ owner, key }, sentBody, response);
  return response;
}

/** Answers a request as the API does. */
export async function answer(
  backend: Backend,
  request: Request,
  signal: AbortSignal,
): Promise<Response> {
  try {
    return await serve(backend, request, signal);
  } catch (error) {
    if (HelloJohnError.is(error)) return failure(backend.state, error);
    throw error;
  }
}
