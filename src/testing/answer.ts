import { type EndpointName, endpoints, HelloJohnError, refusal } from "@hellojohn/contract";
import { parseBody, parseQuery } from "@hellojohn/contract/schemas";
import { authenticate } from "./bearer.js";
import { parsed, readObject } from "./body.js";
import type { Call, Handler, Operation, Origin } from "./call.js";
import type { Faults } from "./faults.js";
import { assertMayCall } from "./guards.js";
import { handlers } from "./handlers.js";
import type { Replays } from "./idempotency.js";
import { match } from "./match.js";
import { keepRefusal } from "./refusals.js";
import { failure, success } from "./respond.js";
import type { State } from "./state.js";
import { parseIfMatch } from "./versions.js";

/** A call the fake has seen. */
export interface FakeRequest {
  endpoint: EndpointName;
  /** What stood in its path, by name. */
  params: Readonly<Record<string, string>>;
  /** What was asked for behind the question mark, in the wire's spelling. */
  query: Readonly<Record<string, string>>;
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

/** An API may live below a prefix of the app's own address. */
const pathOf = (url: URL) => url.pathname.replace(/^.*?(?=\/v[12]\/)/, "");

function run<Name extends EndpointName>(name: Name, call: Call<Name>): unknown {
  const handler: Handler<Name> = handlers[name];
  return handler(call);
}

/** What is asked of a row of the table, once it is known who asks. */
function act(operation: Operation, sent: FakeRequest, { input, search }: Input): unknown {
  const { endpoint: name, params } = sent;
  try {
    assertMayCall(name, operation.caller, input);
    const body = parseBody(name, input);
    const query = parseQuery(name, search);
    return run(name, { ...operation, params, body, query });
  } catch (error) {
    keepRefusal(operation, sent, error);
    throw error;
  }
}

interface Input {
  input: object;
  search: URLSearchParams;
}

/** What a request says once it has arrived. */
interface Arrived {
  request: Request;
  url: URL;
  text: string;
  sent: FakeRequest;
  origin: Origin;
}

function perform(backend: Backend, { request, url, text, sent, origin }: Arrived): Response {
  const { state, replays } = backend;
  const { endpoint: name, headers } = sent;
  const identity = authenticate(state, endpoints[name], headers.get("Authorization"));
  const tenant = headers.get("X-Tenant-ID");
  if (tenant !== null && tenant !== state.tenantId)
    throw refusal("tenant_mismatch", "The key or token belongs to another tenant");
  const versions = parseIfMatch(headers.get("If-Match"));
  const input = readObject(text, headers.get("Content-Type"));
  sent.body = input;

  const isAction = request.method === "POST" && endpoints[name].reads !== true;
  const key = isAction ? headers.get("Idempotency-Key") : null;
  const owner = identity.caller?.session.id ?? headers.get("Authorization") ?? "";
  const sentBody = `${url.pathname} ${text}`;
  const first = key === null ? undefined : replays.find({ owner, key }, sentBody);
  if (first) return first;

  const operation = { ...identity, state, versions, origin };
  const reply = act(operation, sent, { input, search: url.searchParams });
  const response = success(operation, name, reply);
  if (key !== null) replays.keep({ owner, key }, sentBody, response);
  return response;
}

/** Does what is asked and says nothing of it. */
function performInVain(backend: Backend, arrived: Arrived): never {
  try {
    perform(backend, arrived);
  } catch (error) {
    if (!HelloJohnError.is(error)) throw error;
  }
  throw new TypeError("Failed to fetch");
}

async function serve(
  backend: Backend,
  request: Request,
  { origin, signal }: Heard,
): Promise<Response> {
  const url = new URL(request.url);
  const { name, params } = match(request.method, pathOf(url));
  const { headers } = request;
  const text = await request.text();
  const query = Object.fromEntries(url.searchParams);
  const sent: FakeRequest = { endpoint: name, params, query, body: parsed(text), headers };
  backend.requests.push(sent);
  await backend.travel(signal);
  const losesAnswer = await backend.faults.strike(sent, signal);
  const arrived = { request, url, text, sent, origin };
  return losesAnswer ? performInVain(backend, arrived) : perform(backend, arrived);
}

interface Heard {
  origin: Origin;
  signal: AbortSignal;
}

/** Answers a request as the API does. */
export async function answer(
  backend: Backend,
  request: Request,
  signal: AbortSignal,
): Promise<Response> {
  const requestId = backend.state.makeId("req");
  const origin = { requestId, ip: "203.0.113.7", userAgent: request.headers.get("User-Agent") };
  try {
    return await serve(backend, request, { origin, signal });
  } catch (error) {
    if (HelloJohnError.is(error)) return failure(backend.state, requestId, error);
    throw error;
  }
}
