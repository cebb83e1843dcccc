import { HelloJohnError, refusal } from "@hellojohn/contract";
import { errorAnswer } from "../error-answer.js";
import { type HelloJohnOptions, readSettings } from "../settings.js";
import { type Authorize, permittedBy } from "./authorize.js";
import { readBody } from "./body.js";
import { forward, type Reply } from "./forward.js";
import { matchOperation } from "./match.js";
import { permissionsFor } from "./permissions.js";
import { assertPublic, publicBody, publicQuery, withoutPrivate } from "./private-fields.js";
import { readQuery } from "./query.js";
import { assertSameOrigin } from "./same-origin.js";

export interface GatewayOptions<Context = unknown> extends Omit<HelloJohnOptions, "maxRetries"> {
  /** Asked at every call. */
  authorize: Authorize<Context>;
  /** How long `authorize` may take before it has refused; 10 seconds unless said. */
  authorizeTimeoutMs?: number | undefined;
  /** Where the gateway is mounted; `/api/hellojohn` unless said. */
  basePath?: string | undefined;
  /** Origins besides its own whose pages may call, such as `https://admin.example.com`. */
  allowedOrigins?: readonly string[] | undefined;
  /** Lets private metadata through, both ways; it stays on the server unless said. */
  exposePrivateMetadata?: boolean | undefined;
}

/** Answers a request; `context` is what `authorize` gets beside it. */
export type Gateway<Context = unknown> = (request: Request, context?: Context) => Promise<Response>;

function answerOf({ status, headers, body }: Reply): Response {
  if (body instanceof ReadableStream) return new Response(body, { status, headers });
  return new Response(body === undefined ? null : JSON.stringify(body), { status, headers });
}

/** A users API for the browser of an administrator who is not one of HelloJohn's: your server says who may do what. */
export function createGateway<Context = unknown>(
  options: GatewayOptions<Context>,
): Gateway<Context> {
  const { authorize, authorizeTimeoutMs = 10_000, allowedOrigins = [] } = options;
  if (typeof authorize !== "function")
    throw new Error("createGateway needs `authorize`: a function that says who may do what");
  const settings = readSettings(options);
  const basePath = (options.basePath ?? "/api/hellojohn")
    .replace(/^\/*(?=[^/])/, "/")
    .replace(/\/+$/, "");
  const exposes = options.exposePrivateMetadata === true;

  async function handle(request: Request, context: Context | undefined): Promise<Response> {
    assertSameOrigin(request, allowedOrigins);
    const matched = matchOperation(request, basePath);
    const { name } = matched;
    // Whoever asks may read the body; what goes on is read from another copy.
    const own = request.body ? request.clone() : request;
    const permitted = await permittedBy(
      () => authorize(request, context as Context),
      authorizeTimeoutMs,
    );
    // Who may do anything may ask what.
    if (!permitted.has(name) && !(name === "getPermissions" && permitted.size > 0))
      throw refusal("insufficient_permissions", "You may not do this");
    const sent = await readBody(own);
    if (!exposes) assertPublic(Object.keys(sent.value));
    const asked = readQuery(name, matched.search);
    const going = exposes
      ? { query: asked, body: sent.text }
      : { query: publicQuery(name, asked), body: publicBody(name, sent) };
    const reply = await forward(settings, { ...matched, request, ...going });
    if (reply.body instanceof ReadableStream) return answerOf(reply);
    const isPermissions = name === "getPermissions" && reply.status === 200;
    const body = isPermissions ? permissionsFor(permitted, reply.body) : reply.body;
    return answerOf({ ...reply, body: exposes ? body : withoutPrivate(body) });
  }

  return async (request, context) => {
    try {
      return await handle(request, context);
    } catch (error) {
      if (HelloJohnError.is(error)) return errorAnswer(error);
      return errorAnswer(refusal("internal_error", "The gateway failed"));
    }
  };
}
