import { HelloJohnProvider, type HelloJohnProviderProps } from "@hellojohn/react";
import { createClient } from "@hellojohn/react/client";
import { ada, createFake, type Fake, type FakeOptions } from "@hellojohn/react/testing";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render } from "@testing-library/react";
import { type UserEvent, userEvent } from "@testing-library/user-event";
import type { ReactElement } from "react";
import { onTestFinished } from "vitest";

type Connection = Omit<HelloJohnProviderProps, "children">;

const config = { userEditableMetadataKeys: ["theme", "language", "notifications"] };

/** A fake whose tenant lets people set three preferences. */
export const fakeServer = (options: FakeOptions = {}): Fake => createFake({ config, ...options });

/** Draws something before a person who is signed in; Ada unless said otherwise. */
export function renderFor(
  fake: Fake,
  ui: ReactElement,
  connection: Connection = fake.signedInAs(ada),
) {
  const cache = new QueryClient();
  const client = createClient(connection);
  onTestFinished(() => {
    client.close();
    cache.clear();
  });
  const wrap = (content: ReactElement | null) => (
    <QueryClientProvider client={cache}>
      <HelloJohnProvider client={client} locale={connection.locale} messages={connection.messages}>
        {content}
      </HelloJohnProvider>
    </QueryClientProvider>
  );
  const view = render(wrap(ui));
  const user: UserEvent = userEvent.setup();
  return {
    cache,
    client,
    user,
    unmount: view.unmount,
    /** Draws something else in the same app, or nothing. */
    show: (content: ReactElement | null) => view.rerender(wrap(content)),
  };
}

/** Bodies sent to an endpoint, oldest first. */
export const sentTo = (fake: Fake, endpoint: string): unknown[] =>
  fake.requests.filter((request) => request.endpoint === endpoint).map(({ body }) => body);
