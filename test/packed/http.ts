import { inject } from "vitest";

export const api = inject("api");

export const password = "correct-horse-battery";

interface Sent {
  bearer?: string;
  body?: object;
}

/** A plain HTTP call as a terminal would make it, by the tenant's key unless another bearer is given. */
export async function send(method: string, path: string, sent: Sent = {}) {
  const { bearer = api.secretKey, body } = sent;
  const response = await fetch(api.url + path, {
    method,
    headers: {
      Authorization: `Bearer ${bearer}`,
      "X-Tenant-ID": api.tenantId,
      ...(body && { "Content-Type": "application/json" }),
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, body: text ? JSON.parse(text) : undefined };
}

export async function signIn(email: string, secret = password) {
  const body = { email, password: secret };
  const answer = await send("POST", "/v1/auth/sign-in", { bearer: api.publishableKey, body });
  return { status: answer.status, token: String(answer.body.session?.access_token) };
}

export async function addUser(email: string, more: object = {}): Promise<string> {
  const { body } = await send("POST", "/v1/users", { body: { email, password, ...more } });
  return String(body.id);
}

/** Somebody who has signed in. */
export async function addPerson(email: string) {
  const id = await addUser(email);
  const { token } = await signIn(email);
  return { id, token };
}

/** Whether a token still opens the door. */
export const isWelcome = async (bearer: string): Promise<boolean> =>
  (await send("GET", "/v1/auth/me", { bearer })).status === 200;

/** The kinds of mail an address was sent, by their subject. */
export async function subjectsTo(email: string): Promise<string[]> {
  const headers = { Accept: "application/json" };
  const { data } = await (await fetch(`${api.url}/dev/mailbox`, { headers })).json();
  return data
    .filter(({ to }: { to: string }) => to === email)
    .map(({ subject }: { subject: string }) => subject);
}
