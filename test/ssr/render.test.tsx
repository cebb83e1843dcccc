import { HelloJohnProvider, useSession, useSessions, useUser } from "@hellojohn/react";
import { createClient } from "@hellojohn/react/client";
import { ada, createFake } from "@hellojohn/react/testing";
import { renderToString } from "react-dom/server";
import { expect, test } from "vitest";

function Page() {
  const { user, isLoading } = useUser();
  const { data: sessions = [] } = useSessions();
  return (
    <p>
      {useSession().status} {isLoading ? "loading" : user?.name} {sessions.length}
    </p>
  );
}

const textOf = (html: string) => html.replaceAll("<!-- -->", "");

test("a page is rendered without a window, and holds no token", () => {
  expect(typeof window).toBe("undefined");
  const fake = createFake();
  const { token, ...connection } = fake.impersonating(ada);

  const html = renderToString(
    <HelloJohnProvider {...connection} token={token}>
      <Page />
    </HelloJohnProvider>,
  );

  expect(textOf(html)).toBe("<p>loading loading 0</p>");
  expect(fake.requests).toEqual([]);
});

test("the kept session is not even asked for", () => {
  const ask = () => {
    throw new Error("The server has no business here");
  };
  const sessionStore = { get: ask, set: ask, remove: ask };

  const html = renderToString(
    <HelloJohnProvider sessionStore={sessionStore} fetch={ask}>
      <Page />
    </HelloJohnProvider>,
  );

  expect(textOf(html)).toContain("loading");
});

test("a person the server knows is in the page", async () => {
  const fake = createFake();
  const { token, ...connection } = fake.impersonating(ada);
  const initialUser = await createClient({ ...connection, token }).user.get();

  const html = renderToString(
    <HelloJohnProvider {...connection} initialUser={initialUser}>
      <Page />
    </HelloJohnProvider>,
  );

  expect(textOf(html)).toContain("Ada Lovelace");
  expect(html).not.toContain(token);
});

test("the client works where there is no window, and keeps nothing running", async () => {
  const fake = createFake();
  const { apiUrl, publishableKey, fetch } = fake;
  const client = createClient({ apiUrl, publishableKey, fetch });

  await client.signIn({ email: ada.email, password: ada.password });
  fake.advance(16 * 60_000);
  const me = await client.user.get();
  await client.signOut();

  expect(me.id).toBe(ada.id);
  expect(client.session.get()).toEqual({ status: "signed-out", reason: "signed_out" });
});
