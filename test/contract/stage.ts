import { type EndpointName, endpoints } from "@hellojohn/contract";
import { errorWire, type EndpointSchemas, schemas } from "@hellojohn/contract/schemas";
import { expect, vi } from "vitest";
import type { Mail, Target } from "./target.js";

export type Json = { [key: string]: unknown };

export interface Ask {
  token?: string | undefined;
  body?: unknown;
  params?: Record<string, string>;
  query?: Record<string, string>;
  headers?: Record<string, string>;
  /** The body as it travels, when it is not JSON of `body`. */
  text?: string;
}

export interface Answer {
  status: number;
  code: string | undefined;
  headers: Headers;
  body: Json;
  /** The answer as it travelled. */
  text: string;
}

/** A person who has signed up and proven her address. */
export interface Person {
  id: string;
  email: string;
  password: string;
  token: string;
  refreshToken: string;
  sessionId: string;
}

/** What a scenario plays on; every answer is checked against the schemas and noted. */
export interface Stage {
  readonly target: Target;
  /** What was answered so far: statuses, codes, names. */
  readonly notes: unknown[];
  call(name: EndpointName, ask?: Ask): Promise<Answer>;
  person(): Promise<Person>;
  /** One more sign-in of hers. */
  signIn(person: Person): Promise<Person>;
  mailsTo(email: string): Promise<Mail[]>;
}

const always = [
  "x-request-id",
  "x-hellojohn-version",
  "x-ratelimit-limit",
  "x-ratelimit-remaining",
  "x-ratelimit-reset",
  "cache-control",
  "date",
];

/** Names of all that an object holds, but not what lists and bags hold. */
function names(value: unknown, path = ""): string[] {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return [path];
  return Object.entries(value)
    .flatMap(([key, inner]) => names(inner, path ? `${path}.${key}` : key))
    .toSorted();
}

const reasons = (body: Json) => {
  const { fields = {} } = body["error"] as { fields?: Record<string, { code: string }[]> };
  return Object.entries(fields).map(([name, why]) => [name, why.map(({ code }) => code)]);
};

function check(name: EndpointName, { status, headers, body, text }: Answer): void {
  for (const header of always) expect(headers.get(header), `${name} ${header}`).not.toBeNull();
  if (status >= 400) {
    expect(errorWire.parse(body)).toEqual(body);
    expect(body).toMatchObject({ error: { status, request_id: headers.get("x-request-id") } });
    return;
  }
  const { status: expected = 200, reply, stream }: EndpointSchemas = schemas[name];
  expect(status, name).toBe(expected);
  if (stream) return expect(stream).toContain(headers.get("content-type")?.split(";")[0]);
  expect(text !== "", name).toBe(reply !== undefined);
  // A schema drops what it does not know, so that an undeclared key shows as a difference.
  if (reply) expect(reply.parse(body)).toEqual(body);
}

let people = 0;

/** Pushes the clock forward, for fake and server alike. */
export const advance = (ms: number): void => void vi.setSystemTime(Date.now() + ms);

export function createStage(target: Target): Stage {
  const notes: unknown[] = [];

  async function call(name: EndpointName, ask: Ask = {}): Promise<Answer> {
    // The tests' clock stands still otherwise, and mails are told apart by their time.
    advance(10);
    const { method, path, bearer } = endpoints[name];
    const usual = { publishable: target.publishableKey, admin: target.secretKey };
    const token = ask.token ?? (bearer in usual ? usual[bearer as keyof typeof usual] : undefined);
    const text = ask.text ?? (ask.body === undefined ? undefined : JSON.stringify(ask.body));
    const query = ask.query ? `?${new URLSearchParams(ask.query)}` : "";
    const response = await target.fetch(
      target.url +
        path.replace(/:(\w+)/g, (_, key: string) => ask.params?.[key] ?? target.tenantId) +
        query,
      {
        method,
        headers: {
          ...(token ? { Authorization: `Bearer ${token}` } : {}),
          ...(text === undefined ? {} : { "Content-Type": "application/json" }),
          ...ask.headers,
        },
        ...(text === undefined ? {} : { body: text }),
      },
    );
    const said = await response.text();
    const isJson = response.headers.get("content-type")?.startsWith("application/json");
    const body = (isJson ? JSON.parse(said) : {}) as Json;
    const code = (body["error"] as { code?: string } | undefined)?.code;
    const answer = { status: response.status, code, headers: response.headers, body, text: said };
    check(name, answer);
    const etag = response.headers.get("etag");
    const retry = response.headers.has("retry-after");
    notes.push([
      name,
      response.status,
      code ?? names(body),
      code ? reasons(body) : { etag },
      retry,
    ]);
    return answer;
  }

  async function mailsTo(email: string): Promise<Mail[]> {
    return (await target.mails()).filter(({ to }) => to === email);
  }

  const read = ({ body }: Answer, password: string): Person => {
    const { user, session } = body as {
      user: { id: string; email: string };
      session: { id: string; access_token: string; refresh_token: string };
    };
    return {
      id: user.id,
      email: user.email,
      password,
      token: session.access_token,
      refreshToken: session.refresh_token,
      sessionId: session.id,
    };
  };

  return {
    target,
    notes,
    call,
    mailsTo,
    async person() {
      people += 1;
      const email = `person${people}@example.com`;
      const password = `long enough ${people}`;
      const person = read(await call("signUp", { body: { email, password } }), password);
      const token = tokenIn((await mailsTo(email))[0]);
      await call("verifyEmail", { token: person.token, body: { token } });
      return person;
    },
    async signIn({ email, password }) {
      return read(await call("signIn", { body: { email, password } }), password);
    },
  };
}

/** The token that a mail carries in its link. */
export function tokenIn(mail: Mail | undefined): string {
  const token = mail?.links[0]?.split("#token=")[1];
  if (!token) throw new Error(`There is no token in ${JSON.stringify(mail)}`);
  return token;
}

/** A sentence about the API, and the calls that prove it. */
export type Scenario = readonly [sentence: string, play: (stage: Stage) => Promise<void>];
