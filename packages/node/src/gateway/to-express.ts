import { refusal } from "@hellojohn/contract";
import { errorAnswer } from "../error-answer.js";
import { mostBytes } from "./body.js";
import type { Gateway } from "./create-gateway.js";

/** As much of Node's `IncomingMessage`, and of what Express adds to it, as is needed. */
export interface ExpressRequest {
  method?: string | undefined;
  url?: string | undefined;
  originalUrl?: string | undefined;
  protocol?: string | undefined;
  headers: Record<string, string | string[] | undefined>;
  /** What a body parser has read already. */
  body?: unknown;
  readableEnded?: boolean | undefined;
  on(event: string, listener: (...values: never[]) => void): unknown;
}

export interface ExpressResponse {
  statusCode: number;
  setHeader(name: string, value: string): unknown;
  write(chunk: Uint8Array): boolean;
  end(): unknown;
  destroy(): unknown;
  once(event: string, listener: () => void): unknown;
}

/** What is sent, or as much of it as shows that it is too much; Node throws away the rest once it is answered. */
function readBytes(req: ExpressRequest): Promise<Blob> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    let size = 0;
    const done = () => resolve(new Blob(chunks as BlobPart[]));
    req.on("data", (chunk: Uint8Array) => {
      if (size > mostBytes) return;
      chunks.push(chunk);
      size += chunk.length;
      if (size > mostBytes) done();
    });
    req.on("end", done);
    req.on("error", reject);
  });
}

async function bodyOf(req: ExpressRequest): Promise<BodyInit | null> {
  if (req.method === "GET" || req.method === "HEAD") return null;
  if (!req.readableEnded) return readBytes(req);
  if (typeof req.body === "string" || req.body instanceof Uint8Array) return req.body as BodyInit;
  return req.body === undefined ? null : JSON.stringify(req.body);
}

/** Nothing when the address says one thing as it was sent and another once it is understood. */
async function requestOf(req: ExpressRequest, signal: AbortSignal): Promise<Request | undefined> {
  const path = req.originalUrl ?? req.url ?? "/";
  const text = `${req.protocol ?? "http"}://${String(req.headers["host"] ?? "localhost")}${path}`;
  const [sent] = path.split("?", 1);
  if (!URL.canParse(text) || new URL(text).pathname !== sent) return undefined;
  const headers = Object.entries(req.headers).flatMap(([name, value]) =>
    value === undefined || name.startsWith(":") ? [] : [[name, String(value)] as [string, string]],
  );
  return new Request(text, {
    method: req.method ?? "GET",
    headers,
    body: await bodyOf(req),
    signal,
  });
}

async function write(response: Response, res: ExpressResponse): Promise<void> {
  res.statusCode = response.status;
  for (const [name, value] of response.headers) res.setHeader(name, value);
  for await (const chunk of response.body ?? []) {
    if (!res.write(chunk))
      await new Promise<void>((resolve) => {
        res.once("drain", resolve);
        res.once("close", resolve);
      });
  }
  res.end();
}

/**
 * Middleware for Express, and a handler for Node's own server. Mount it before body parsers; `authorize` gets the request
 * of Express as its second argument.
 */
export function toExpress<Incoming extends ExpressRequest>(gateway: Gateway<Incoming>) {
  return async function helloJohnGateway(req: Incoming, res: ExpressResponse): Promise<void> {
    const gone = new AbortController();
    res.once("close", () => gone.abort());
    try {
      const request = await requestOf(req, gone.signal);
      const nothing = refusal("not_found", "There is nothing at this address");
      await write(request ? await gateway(request, req) : errorAnswer(nothing), res);
    } catch {
      // A part must not pass for the whole.
      res.destroy();
    }
  };
}
