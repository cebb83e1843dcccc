import { HelloJohnProvider, type HelloJohnProviderProps } from "@hellojohn/react";
import { createClient } from "@hellojohn/react/client";
import { ada, createFake, type Fake } from "@hellojohn/react/testing";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { configure, render } from "@testing-library/react";
import { type ReactNode, StrictMode } from "react";
import { onTestFinished } from "vitest";

// A busy machine is slow, not wrong.
configure({ asyncUtilTimeout: 10_000 });

type Connection = Omit<HelloJohnProviderProps, "children">;

/** A fake whose tenant lets people set their theme. */
export const fakeServer = (): Fake =>
  createFake({ config: { userEditableMetadataKeys: ["theme", "language"] } });

/** Draws something in an app of its own, strictly; Ada is signed in unless said otherwise. */
export function renderFor(
  fake: Fake,
  ui: ReactNode,
  connection: Connection = fake.signedInAs(ada),
) {
  const cache = new QueryClient();
  const client = createClient(connection);
  onTestFinished(() => {
    client.close();
    cache.clear();
  });
  const view = render(
    <StrictMode>
      <QueryClientProvider client={cache}>
        <HelloJohnProvider client={client}>{ui}</HelloJohnProvider>
      </QueryClientProvider>
    </StrictMode>,
  );
  return { ...view, cache, client };
}

export const sentTo = (fake: Fake, endpoint: string) =>
  fake.requests.filter((request) => request.endpoint === endpoint);

/** A component that draws nothing but remembers what a hook has told. */
export function watch<T>(useValue: () => T) {
  const told: T[] = [];
  function Watcher() {
    told.push(useValue());
    return null;
  }
  const latest = () => {
    const last = told.at(-1);
    if (last === undefined) throw new Error("Nothing was drawn");
    return last;
  };
  return { Watcher, told, latest };
}
