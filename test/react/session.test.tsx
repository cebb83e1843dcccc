import {
  keys,
  useRevokeOtherSessions,
  useRevokeSession,
  useSession,
  useSessions,
  useSignIn,
  useUpdatePassword,
  useUser,
} from "@hellojohn/react";
import { createClient } from "@hellojohn/react/client";
import { ada, grace } from "@hellojohn/react/testing";
import { act, screen, waitFor } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { expect, onTestFinished, test } from "vitest";
import { fakeServer, renderFor, watch } from "./render.js";

function Page() {
  const session = useSession();
  const { user } = useUser();
  const { data = [] } = useSessions();
  const revoke = useRevokeSession();
  const revokeOthers = useRevokeOtherSessions();
  return (
    <>
      <h1>{session.status === "signed-in" ? (user.email ?? "") : session.status}</h1>
      <ul>
        {data.map(({ id, device }) => (
          <li key={id}>
            <button onClick={() => revoke.mutate(id)}>{device}</button>
          </li>
        ))}
      </ul>
      <button onClick={() => revokeOthers.mutate()}>Others</button>
      <button onClick={() => void session.signOut()}>Leave</button>
      <p role="alert">{revoke.error?.message}</p>
    </>
  );
}

const click = (name: string) => userEvent.click(screen.getByRole("button", { name }));
const devices = () => screen.queryAllByRole("listitem").map((item) => item.textContent);

async function renderPage(fake = fakeServer()) {
  fake.startSession(ada, { device: "Firefox on Linux" });
  fake.startSession(ada, { device: "Safari on iOS" });
  const view = renderFor(fake, <Page />);
  await screen.findByText("Safari on iOS");
  await screen.findByRole("heading", { name: ada.email });
  return { fake, ...view };
}

test("a session that is ended is gone at once, and stays gone", async () => {
  const { fake } = await renderPage();
  fake.delay(30);

  await click("Safari on iOS");

  await waitFor(() => expect(devices()).not.toContain("Safari on iOS"));
  await waitFor(() => expect(fake.requests.at(-1)?.endpoint).toBe("listMySessions"));
  expect(devices()).toHaveLength(2);
});

test("a session that could not be ended comes back, and it is said why", async () => {
  const { fake } = await renderPage();
  fake.fail("revokeMySession", "offline");

  await click("Safari on iOS");

  await waitFor(() => expect(screen.getByRole("alert")).not.toBeEmptyDOMElement());
  expect(devices()).toContain("Safari on iOS");
});

test("all others can be ended in one", async () => {
  await renderPage();

  await click("Others");

  await waitFor(() => expect(devices()).toEqual(["Chrome on macOS"]));
});

test("who leaves leaves nothing of hers behind", async () => {
  const { cache } = await renderPage();

  await click("Leave");

  await screen.findByRole("heading", { name: "signed-out" });
  expect(devices()).toEqual([]);
  await waitFor(() => expect(JSON.stringify(everythingIn(cache))).not.toMatch(/ada|Lovelace/i));
});

test("what was under way when someone left does not bring her back", async () => {
  const { cache, client, fake } = await renderPage();
  fake.delay(60);
  void cache.refetchQueries({ queryKey: keys.all });

  await click("Leave");
  await screen.findByRole("heading", { name: "signed-out" });
  await act(() => new Promise((resolve) => setTimeout(resolve, 150)));

  expect(client.session.get().status).toBe("signed-out");
  expect(JSON.stringify(everythingIn(cache))).not.toMatch(/Lovelace/);
});

test("another person who signs in elsewhere is the person here, with nothing of the last one's", async () => {
  const { fake, cache } = await renderPage();
  const { apiUrl, publishableKey, fetch } = fake;
  const otherTab = createClient({ apiUrl, publishableKey, fetch });
  onTestFinished(otherTab.close);
  onTestFinished(otherTab.session.subscribe(() => {}));

  await act(() => otherTab.signIn({ email: grace.email, password: grace.password }));

  await screen.findByRole("heading", { name: grace.email });
  await waitFor(() => expect(JSON.stringify(everythingIn(cache))).not.toMatch(/Lovelace/));
});

test("a password that was typed is in no cache once it was used", async () => {
  const fake = fakeServer();
  const { apiUrl, publishableKey, fetch } = fake;
  const { Watcher, latest } = watch(() => ({
    signIn: useSignIn(),
    change: useUpdatePassword(),
    ...useUser(),
  }));
  const { cache } = renderFor(fake, <Watcher />, { apiUrl, publishableKey, fetch });

  await act(() => latest().signIn.mutateAsync({ email: ada.email, password: ada.password }));
  await waitFor(() => expect(latest().user?.email).toBe(ada.email));
  await act(() =>
    latest().change.mutateAsync({ currentPassword: ada.password, newPassword: "another good one" }),
  );
  await act(() =>
    latest().update({ email: "new@example.com", currentPassword: "another good one" }),
  );
  act(() => {
    latest().signIn.reset();
    latest().change.reset();
  });

  await waitFor(() =>
    expect(JSON.stringify(everythingIn(cache))).not.toMatch(/correct-horse|good one/),
  );
});

const everythingIn = (cache: ReturnType<typeof renderFor>["cache"]) => ({
  queries: cache
    .getQueryCache()
    .getAll()
    .map(({ queryKey, state }) => ({ queryKey, state })),
  mutations: cache
    .getMutationCache()
    .getAll()
    .map(({ state }) => state),
});
