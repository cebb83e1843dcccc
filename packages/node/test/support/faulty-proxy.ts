import type { IncomingMessage } from "node:http";
import { buffer } from "node:stream/consumers";
import { listen } from "./server.js";

/** What goes wrong with one request; `before`, `in` and `after` speak of the answer. */
export type Fault =
  | "reset before"
  | "reset in"
  | "reset after"
  | "hang"
  | { status: number; headers?: Record<string, string>; body?: string };

export interface Heard {
  method: string;
  url: string;
  headers: IncomingMessage["headers"];
  body: string;
}

/** Stands before a server and fails as it is told, one fault for each request; then it is faithful. */
export async function startFaultyProxy(target: string) {
  const faults: Fault[] = [];
  const heard: Heard[] = [];
  const server = await listen(async (req, res) => {
    const body = await buffer(req);
    const { method = "GET", url = "/", headers } = req;
    heard.push({ method, url, headers, body: body.toString() });
    const fault = faults.shift();
    if (fault === "hang") return;
    if (fault === "reset before") return void req.socket.destroy();
    if (typeof fault === "object") {
      res.writeHead(fault.status, fault.headers).end(fault.body);
      return;
    }
    const { host: _, connection: __, "content-length": ___, ...sent } = headers;
    const answer = await fetch(target + url, {
      method,
      headers: sent as Record<string, string>,
      ...(body.length > 0 ? { body } : {}),
      redirect: "manual",
    });
    const bytes = Buffer.from(await answer.arrayBuffer());
    if (fault === "reset after") return void req.socket.destroy();
    res.writeHead(answer.status, {
      ...Object.fromEntries([...answer.headers].filter(([name]) => name !== "transfer-encoding")),
      "content-length": bytes.length,
    });
    if (fault !== "reset in") return void res.end(bytes);
    res.write(bytes.subarray(0, bytes.length / 2), () => req.socket.destroy());
  });
  return {
    ...server,
    heard,
    fail: (...next: Fault[]) => void faults.push(...next),
    forget() {
      faults.length = 0;
      heard.length = 0;
    },
  };
}
