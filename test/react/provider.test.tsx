import {
  HelloJohnProvider,
  type HelloJohnProviderProps,
  meOptions,
  useHelloJohn,
  useLocale,
  useMessages,
  useUser,
} from "@hellojohn/react";
import { createClient } from "@hellojohn/react/client";
import { es } from "@hellojohn/react/locales/es";
import { en } from "@hellojohn/react/locales/en";
import { ada, createFake } from "@hellojohn/react/testing";
import { QueryClient, QueryClientProvider, useQueryClient } from "@tanstack/react-query";
import { act, render, screen } from "@testing-library/react";
import { StrictMode } from "react";
import { renderToString } from "react-dom/server";
import { expect, test } from "vitest";
import { watch } from "./render.js";

const Greeting = () => <h1>{useUser().user?.name ?? "…"}</h1>;

test("the options make a client once, and it survives a strict mount", async () => {
  const fake = createFake();
  const { Watcher, told } = watch(useHelloJohn);
  const tree = () => (
    <HelloJohnProvider {...fake.signedInAs(ada)}>
      <Greeting />
      <Watcher />
    </HelloJohnProvider>
  );

  const { rerender } = render(tree(), { reactStrictMode: true });
  await screen.findByRole("heading", { name: "Ada Lovelace" });
  rerender(tree());

  expect(new Set(told).size).toBe(1);
});

test("the app's cache is joined, and its policy left alone", async () => {
  const fake = createFake();
  const cache = new QueryClient({ defaultOptions: { queries: { staleTime: 7 } } });
  const { Watcher, latest } = watch(() => ({ client: useHelloJohn(), joined: useQueryClient() }));

  render(
    <QueryClientProvider client={cache}>
      <HelloJohnProvider {...fake.signedInAs(ada)}>
        <Greeting />
        <Watcher />
      </HelloJohnProvider>
    </QueryClientProvider>,
  );
  await screen.findByRole("heading", { name: "Ada Lovelace" });

  const { client, joined } = latest();
  expect(joined).toBe(cache);
  expect(cache.getQueryData(meOptions(client).queryKey)?.email).toBe(ada.email);
  expect(cache.getDefaultOptions()).toEqual({ queries: { staleTime: 7 } });
  cache.clear();
});

test.each(["publishableKey", "token", "apiUrl", "secretKey"])(
  "a secret key as %s is refused when the provider mounts",
  (place) => {
    const props: HelloJohnProviderProps = { [place]: ["sk", "live", "abc123"].join("_") };

    const mount = () => renderToString(<HelloJohnProvider {...props} />);

    expect(mount).toThrow(/secret key.*Revoke it/s);
    expect(mount).not.toThrow(/abc123/);
  },
);

test("texts and language come from the provider, and from the part where it has none", () => {
  function Probe() {
    const texts = useMessages("states", en.states);
    return `${useLocale().locale}: ${texts.save} / ${texts.saved}`;
  }
  const say = (props: HelloJohnProviderProps) =>
    renderToString(
      <HelloJohnProvider {...props}>
        <Probe />
      </HelloJohnProvider>,
    );

  expect(say({})).toBe("en: Save / Saved");
  expect(say({ locale: "es", messages: es })).toBe(`es: ${es.states.save} / ${es.states.saved}`);
  expect(say({ messages: { states: { save: "Keep" } } })).toBe("en: Keep / Saved");
});

test("a person the server knew is shown before anything is loaded", async () => {
  const fake = createFake();
  const before = createClient(fake.signedInAs(ada));
  const initialUser = await before.user.get();
  before.close();
  const { Watcher, told } = watch(() => useUser().user?.name);

  render(
    <StrictMode>
      <HelloJohnProvider {...fake.signedInAs(ada)} initialUser={initialUser}>
        <Watcher />
      </HelloJohnProvider>
    </StrictMode>,
  );
  await act(() => new Promise((resolve) => setTimeout(resolve, 50)));

  expect(new Set(told)).toEqual(new Set(["Ada Lovelace"]));
});
