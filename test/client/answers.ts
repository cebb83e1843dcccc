import { type ClientOptions, createClient } from "@hellojohn/react/client";
import { onTestFinished } from "vitest";

interface Seen {
  url: string;
  method: string;
  headers: Headers;
  body: unknown;
  init: RequestInit;
}

type Answer = Response | Error | ((init: RequestInit) => Promise<Response>);

export const json = (body: unknown, status = 200, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), { status, headers });

export const refused = (code: string, status: number, headers: Record<string, string> = {}) =>
  json({ error: { code, message: `No: ${code}`, status, request_id: "req_1" } }, status, headers);

/** A client whose calls get these answers in turn, the last one for ever. */
export function clientOf(answers: Answer[], options: ClientOptions = {}) {
  const seen: Seen[] = [];
  const fetch = async (input: string | URL | Request, init: RequestInit = {}) => {
    const text = typeof init.body === "string" ? init.body : "null";
    const { method = "GET" } = init;
    seen.push({
      url: String(input),
      method,
      headers: new Headers(init.headers),
      body: JSON.parse(text),
      init,
    });
    const answer = answers[Math.min(seen.length, answers.length) - 1];
    if (answer instanceof Error) throw answer;
    if (typeof answer === "function") return answer(init);
    if (!answer) throw new Error("No answer was given");
    return answer.clone();
  };
  const client = createClient({ token: "t", publishableKey: "pk_test_1", fetch, ...options });
  onTestFinished(client.close);
  return { client, seen };
}

/** What a promise was rejected with. */
export const errorOf = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => undefined,
    (error: unknown) => error,
  );
