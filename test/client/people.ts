import { type ClientOptions, createClient, type HelloJohnClient } from "@hellojohn/react/client";
import { ada, createFake, type Fake } from "@hellojohn/react/testing";
import { onTestFinished, vi } from "vitest";

export const credentials = { email: ada.email, password: ada.password };

/** One tab: a client that someone watches, as a page does. */
export function openTab(fake: Fake, options: ClientOptions = {}): HelloJohnClient {
  const { apiUrl, publishableKey, fetch } = fake;
  const client = createClient({ apiUrl, publishableKey, fetch, ...options });
  const leave = client.session.subscribe(() => {});
  onTestFinished(() => {
    leave();
    client.close();
  });
  return client;
}

/** A tab in which Ada has signed in, and its fake. */
export async function signedInTab(fake = createFake()) {
  const tab = openTab(fake);
  await tab.signIn(credentials);
  return { fake, tab };
}

export const callsOf = (fake: Fake, endpoint: string): number =>
  fake.requests.filter((request) => request.endpoint === endpoint).length;

/** Waits until a claim holds, for as long as a busy machine may take. */
export const eventually = (claim: () => void): Promise<void> =>
  vi.waitFor(claim, { timeout: 10_000 });
