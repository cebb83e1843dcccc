import {
  atVersion,
  HelloJohnError,
  meOptions,
  useHelloJohn,
  useUpdateMetadata,
  useUpdateProfile,
} from "@hellojohn/react";
import { ada, type Fake } from "@hellojohn/react/testing";
import { useQuery } from "@tanstack/react-query";
import { act, screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { fakeServer, renderFor, sentTo, watch } from "./render.js";

const useProbe = () => ({
  me: useQuery(meOptions(useHelloJohn())).data,
  profile: useUpdateProfile(),
  metadata: useUpdateMetadata(),
});

function Card() {
  const { data: me } = useQuery(meOptions(useHelloJohn()));
  return <p>{me ? `${me.name}, ${me.phoneNumber}, ${me.publicMetadata["theme"]}` : "Loading"}</p>;
}

/** The hooks, and every name that was ever told in turn. */
async function renderHooks(fake: Fake) {
  const { Watcher, told, latest: now } = watch(useProbe);
  const ui = (
    <>
      <Card />
      <Watcher />
    </>
  );
  const view = renderFor(fake, ui);
  await screen.findByText(/^Ada Lovelace/);
  const names = () =>
    told.flatMap(({ me }) => me?.name ?? []).filter((name, at, all) => name !== all[at - 1]);
  return { ...view, names, now };
}

const shown = () => screen.getByText(/, /).textContent;

test("a refused change is taken back, and the error is told", async () => {
  const fake = fakeServer();
  fake.fail("updateMe", new HelloJohnError("validation_failed", "No"));
  const { now, names } = await renderHooks(fake);

  act(() => now().profile.mutate({ name: "Countess" }));

  await waitFor(() => expect(now().profile.error).toMatchObject({ code: "validation_failed" }));
  await waitFor(() => expect(shown()).toMatch(/^Ada Lovelace/));
  expect(names()).toEqual(["Ada Lovelace", "Countess", "Ada Lovelace"]);
});

test("two quick saves are saved one after the other, and neither flickers nor conflicts", async () => {
  const fake = fakeServer();
  const { now, names } = await renderHooks(fake);
  fake.delay(20);

  await act(() =>
    Promise.all([
      now().profile.mutateAsync({ phoneNumber: "+442079460000" }),
      now().profile.mutateAsync({ name: "Countess" }),
      now().metadata.mutateAsync({ theme: "dark" }),
    ]),
  );

  expect(shown()).toBe("Countess, +442079460000, dark");
  expect(names()).toEqual(["Ada Lovelace", "Countess"]);
  const versions = sentTo(fake, "updateMe").map(({ headers }) => headers.get("If-Match"));
  expect(versions).toEqual(['"1"', '"2"']);
});

test("a refused save takes back its own change and leaves the next one", async () => {
  const fake = fakeServer();
  const { now } = await renderHooks(fake);
  fake.fail("updateMe", new HelloJohnError("validation_failed", "No"), { times: 1 });
  fake.delay(20);

  await act(async () => {
    const first = now().profile.mutateAsync({ name: "Countess" });
    const second = now().profile.mutateAsync({ phoneNumber: "+442079460000" });
    await Promise.allSettled([first, second]);
  });

  await waitFor(() => expect(shown()).toMatch(/^Ada Lovelace, \+442079460000/));
});

test("what someone else changed meanwhile is kept, when it is something else", async () => {
  const fake = fakeServer();
  const { now } = await renderHooks(fake);
  fake.updateUser(ada, { phoneNumber: "+442079460000" });

  await act(() => now().profile.mutateAsync({ name: "Countess" }));

  await screen.findByText(/^Countess, \+442079460000/);
  expect(fake.users[0]).toMatchObject({ name: "Countess", phoneNumber: "+442079460000" });
});

test("what someone else changed to something else is a conflict that shows theirs", async () => {
  const fake = fakeServer();
  const { now } = await renderHooks(fake);
  fake.updateUser(ada, { name: "Lady Lovelace" });

  act(() => now().profile.mutate({ name: "Countess" }));

  await waitFor(() => expect(now().profile.error).toMatchObject({ code: "version_conflict" }));
  expect(now().profile.error).toMatchObject({ current: { name: "Lady Lovelace" } });
  await waitFor(() => expect(shown()).toMatch(/^Lady Lovelace/));
  expect(fake.users[0]?.name).toBe("Lady Lovelace");
});

test("a change meant for a version is refused at any other", async () => {
  const fake = fakeServer();
  const { now } = await renderHooks(fake);
  fake.updateUser(ada, { phoneNumber: "+442079460000" });

  const results = await act(() =>
    Promise.allSettled([
      now().profile.mutateAsync({ name: "Countess", version: 1 }),
      now().metadata.mutateAsync({ theme: "dark", [atVersion]: 1 }),
    ]),
  );

  for (const result of results)
    expect(result).toMatchObject({ reason: { code: "version_conflict" } });
  expect(fake.users[0]).toMatchObject({ name: "Ada Lovelace", publicMetadata: {} });
  expect(sentTo(fake, "updateMyMetadata")[0]?.body).toEqual({ public_metadata: { theme: "dark" } });
});

test("a save made at bad weather comes through once", async () => {
  const fake = fakeServer();
  fake.fail("updateMe", new HelloJohnError("service_unavailable", "Busy"), { times: 2 });
  const { now } = await renderHooks(fake);

  await act(() => now().profile.mutateAsync({ firstName: "Augusta" }));

  expect(fake.users[0]).toMatchObject({ firstName: "Augusta", version: 2 });
});

test("a new address is not shown as hers before it is proven", async () => {
  const fake = fakeServer();
  const { now, cache, client } = await renderHooks(fake);
  fake.delay(20);

  let saving: Promise<unknown> | undefined;
  act(() => void (saving = now().profile.mutateAsync({ email: "new@example.com", name: "A" })));
  await screen.findByText(/^A,/);
  expect(cache.getQueryData(meOptions(client).queryKey)?.email).toBe(ada.email);
  await act(() => saving);

  expect(cache.getQueryData(meOptions(client).queryKey)).toMatchObject({
    email: ada.email,
    pendingEmail: "new@example.com",
  });
});
