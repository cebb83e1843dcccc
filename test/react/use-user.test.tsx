import { useUser } from "@hellojohn/react";
import { ada, type Fake } from "@hellojohn/react/testing";
import { act, screen, waitFor } from "@testing-library/react";
import { renderToString } from "react-dom/server";
import { expect, test } from "vitest";
import { fakeServer, renderFor, sentTo, watch } from "./render.js";

function Greeting() {
  const { user, isLoaded } = useUser();
  return <h1>{isLoaded ? `Hello, ${user?.name ?? "stranger"}` : "Loading"}</h1>;
}

/** Waits until `useUser` knows, and hands out what it tells. */
async function renderUser(fake: Fake, connection?: Parameters<typeof renderFor>[2]) {
  const { Watcher, ...watched } = watch(useUser);
  const ui = (
    <>
      <Greeting />
      <Watcher />
    </>
  );
  const view = renderFor(fake, ui, connection);
  await screen.findByText(/^Hello/);
  return { ...view, ...watched };
}

test("the person is told in TypeScript's spelling and in the wire's", async () => {
  const { latest } = await renderUser(fakeServer());
  const { user } = latest();

  expect(user).toMatchObject({ id: ada.id, firstName: "Ada", avatarUrl: null });
  expect(user.first_name).toBe("Ada");
  expect(user.avatar_url).toBeNull();
  expect(user.created_at).toEqual(user.createdAt);
  expect(Object.keys(user)).not.toContain("first_name");
});

test("until she is known every field is there and empty", async () => {
  const { told } = await renderUser(fakeServer());
  const [first] = told;

  expect(first).toMatchObject({ isLoading: true, isLoaded: false, error: null });
  expect(first?.user).toMatchObject({ id: "", email: "", publicMetadata: {} });
  expect(first?.user.name).toBeUndefined();
});

test("when nobody is signed in there is nobody, and that is known", async () => {
  const fake = fakeServer();
  const { apiUrl, publishableKey, fetch } = fake;
  const { latest } = await renderUser(fake, { apiUrl, publishableKey, fetch });

  expect(latest()).toMatchObject({ user: null, isLoading: false, isLoaded: true });
  expect(fake.requests).toEqual([]);
});

test("a failure to load is told, and is not called loading", async () => {
  const fake = fakeServer();
  fake.fail("getMe", "offline");
  const { Watcher, latest } = watch(useUser);
  renderFor(fake, <Watcher />);

  await waitFor(() => expect(latest().error).toMatchObject({ code: "network_error" }));
  expect(latest()).toMatchObject({ isLoading: false, isLoaded: false });
});

test("its functions and the person stay the same from draw to draw", async () => {
  const { latest, client, cache } = await renderUser(fakeServer());
  const { update, updateProfile, updatePassword, updateMetadata, user } = latest();

  expect(update).toBe(updateProfile);
  await act(() => cache.refetchQueries());
  await act(() => client.user.get());

  expect(latest()).toMatchObject({ update, updateProfile, updatePassword, updateMetadata });
  expect(latest().user).toBe(user);
});

test("a saved name is shown before the server answers, and is what the server keeps", async () => {
  const fake = fakeServer();
  const { latest } = await renderUser(fake);
  fake.delay(50);

  let saving: Promise<unknown> | undefined;
  act(() => void (saving = latest().update({ first_name: "Augusta" })));
  await screen.findByText("Hello, Augusta Lovelace");
  expect(fake.users[0]?.firstName).toBe("Ada");
  await act(() => saving);

  expect(fake.users[0]?.firstName).toBe("Augusta");
  expect(screen.getByRole("heading")).toHaveTextContent("Hello, Augusta Lovelace");
});

test("passwords and preferences are changed through it too", async () => {
  const fake = fakeServer();
  const { latest } = await renderUser(fake);

  await act(() =>
    latest().user.updatePassword({
      current_password: ada.password,
      new_password: "a better one entirely",
    }),
  );
  const me = await act(() => latest().updateMetadata({ theme: "dark" }));

  expect(me.publicMetadata).toEqual({ theme: "dark" });
  expect(latest().user.metadata).toEqual({ theme: "dark" });
  expect(sentTo(fake, "changePassword")).toHaveLength(1);
});

test("a refusal reaches the caller with its fields", async () => {
  const { latest } = await renderUser(fakeServer());

  const error = await act(() =>
    latest()
      .update({ avatarUrl: "javascript:alert(1)" })
      .catch((thrown: unknown) => thrown),
  );

  expect(error).toMatchObject({
    code: "invalid_avatar_url",
    fields: { avatarUrl: [{ code: "invalid_avatar_url" }] },
  });
});

test("without a provider it says what is missing", () => {
  function Lost() {
    useUser();
    return null;
  }

  expect(() => renderToString(<Lost />)).toThrow(/<HelloJohnProvider> around/);
});
