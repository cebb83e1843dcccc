import {
  ImpersonationProvider,
  ProfileForm,
  type UserDetails,
  useImpersonation,
  useUser,
} from "@hellojohn/react";
import { useDialogs, useRefusals, UserDialogs } from "@hellojohn/react/admin";
import { ada, createFake, type Fake, grace } from "@hellojohn/react/testing";
import { act, screen, waitFor } from "@testing-library/react";
import type { ReactElement } from "react";
import { expect, test, vi } from "vitest";
import { renderFor, sentTo } from "../components/render.js";
import { userIn } from "./actions-stage.js";

function Row({ user }: { user: UserDetails }): ReactElement {
  const { open } = useDialogs();
  const { user: me } = useUser();
  const refusalOf = useRefusals();
  return (
    <>
      <p>Acting: {refusalOf("impersonate", user) ?? "allowed"}</p>
      <h1>Hello, {me?.name}</h1>
      {me?.id === grace.id && (
        <p data-user={user.id}>
          <button
            type="button"
            onClick={() => open({ kind: "action", action: "impersonate", user })}
          >
            {user.name}
          </button>
        </p>
      )}
    </>
  );
}

function draw(
  fake: Fake,
  props: Omit<Parameters<typeof ImpersonationProvider>[0], "children"> = {},
) {
  return renderFor(
    fake,
    <ImpersonationProvider {...props}>
      <UserDialogs>
        <Row user={userIn(fake, ada.id)} />
      </UserDialogs>
      <ProfileForm />
    </ImpersonationProvider>,
    fake.signedInAs(grace),
  );
}

async function actAsAda(fake: Fake) {
  const page = draw(fake);
  await page.user.click(await screen.findByRole("button", { name: "Ada Lovelace" }));
  const reason = await screen.findByLabelText("Reason", {}, { timeout: 10_000 });
  await page.user.type(reason, "SUP-7: cannot save");
  await page.user.selectOptions(screen.getByLabelText("Duration"), "15 min");
  await page.user.click(screen.getByRole("button", { name: "Act as this user" }));
  await screen.findByText("Hello, Ada Lovelace", {}, { timeout: 10_000 });
  return page;
}

const tokenOf = (fake: Fake) =>
  fake.requests
    .filter(({ headers }) => headers.get("Authorization"))
    .at(-1)
    ?.headers.get("Authorization")
    ?.replace("Bearer ", "") ?? "";

test("acting as someone needs a reason, shows whose eyes these are, and leads back to her row", async () => {
  const fake = createFake();
  const { user } = await actAsAda(fake);

  const banner = screen.getByRole("region", { name: "Acting for someone else" });
  expect(banner).toHaveTextContent(/Acting as Ada Lovelace.*1[45]:\d\d left.*SUP-7: cannot save/);
  expect(sentTo(fake, "impersonate")).toEqual([
    { user_id: ada.id, reason: "SUP-7: cannot save", expires_in: "15m" },
  ]);

  await user.click(screen.getByRole("button", { name: "Stop" }));

  expect(await screen.findByText("Hello, Grace Hopper")).toBeVisible();
  expect(screen.getByText("You are no longer acting as Ada Lovelace.")).toBeVisible();
  await waitFor(() => expect(screen.getByRole("button", { name: "Ada Lovelace" })).toHaveFocus());
  await waitFor(() => expect(sentTo(fake, "signOut")).toHaveLength(1));
});

test("a reason is required, and must look as the app says", async () => {
  const fake = createFake();
  const { user } = draw(fake, { reasonPattern: /^SUP-\d+$/, reasonHint: "Such as SUP-12" });
  await user.click(await screen.findByRole("button", { name: "Ada Lovelace" }));
  const reason = await screen.findByLabelText("Reason");

  await user.type(reason, " {Enter}");
  expect(reason).toBeInvalid();
  await user.type(reason, "because{Enter}");
  expect(reason).toHaveAccessibleDescription(/Such as SUP-12/);

  expect(reason).toBeInvalid();
  expect(sentTo(fake, "impersonate")).toEqual([]);
});

test("the token is in memory alone, and the administrator's answers are not hers", async () => {
  const fake = createFake();
  const { cache } = await actAsAda(fake);
  const token = tokenOf(fake);
  expect(token.length).toBeGreaterThan(50);

  await waitFor(() => expect(cache.getMutationCache().getAll()).toHaveLength(0));
  const kept = cache.getQueryCache().getAll();
  expect(JSON.stringify(kept.map(({ queryKey, state }) => [queryKey, state]))).not.toContain(token);
  expect(JSON.stringify({ ...localStorage, ...sessionStorage })).not.toContain(token);
  expect(document.documentElement.outerHTML).not.toContain(token);
  expect(document.cookie).not.toContain(token);
  expect(cache.getQueryData(["hellojohn", grace.id, false, "me"])).toMatchObject({ id: grace.id });
  expect(cache.getQueryData(["hellojohn", ada.id, true, "me"])).toMatchObject({ id: ada.id });
});

test("what was read for someone is forgotten when the acting ends", async () => {
  const fake = createFake();
  const { cache, user, client } = await actAsAda(fake);

  await user.click(screen.getByRole("button", { name: "Stop" }));
  await screen.findByText("Hello, Grace Hopper");

  expect(cache.getQueryCache().findAll({ queryKey: ["hellojohn", ada.id] })).toEqual([]);
  expect(client.session.get()).toMatchObject({ userId: grace.id, impersonated: false });
});

test("what may not be done meanwhile says why", async () => {
  const fake = createFake();
  await actAsAda(fake);

  const email = await screen.findByLabelText("E-mail address");
  await waitFor(() =>
    expect(email).toHaveAccessibleDescription("Can't be changed while acting for someone else"),
  );
});

test("nobody acts through another", async () => {
  const fake = createFake();
  await actAsAda(fake);

  expect(screen.getByText("Acting: impersonation_forbidden")).toBeVisible();
});

test("when the session is ended elsewhere the administrator is herself again", async () => {
  const fake = createFake();
  const { user } = await actAsAda(fake);
  const { session_id: id } = JSON.parse(atob(tokenOf(fake).split(".")[1] ?? "")) as {
    session_id: string;
  };
  fake.revokeSession(id);

  await user.type(await screen.findByLabelText("First name"), "!{Enter}");

  expect(await screen.findByText("Hello, Grace Hopper")).toBeVisible();
  expect(screen.getByText("Acting as Ada Lovelace was ended elsewhere.")).toBeVisible();
});

test("the time left is told, and is over when it is over", async () => {
  const fake = createFake();
  const grants = { token: fake.impersonating(ada).token, user: userIn(fake, ada.id) };
  function Begin(): ReactElement {
    const { start } = useImpersonation();
    const expiresAt = () => new Date(Date.now() + 62_000);
    return (
      <button
        type="button"
        onClick={() => start?.({ ...grants, reason: "SUP-7", expiresAt: expiresAt() })}
      >
        Begin
      </button>
    );
  }
  const { user } = renderFor(
    fake,
    <ImpersonationProvider>
      <Begin />
    </ImpersonationProvider>,
    fake.signedInAs(grace),
  );
  await user.click(screen.getByRole("button", { name: "Begin" }));
  expect(screen.getByRole("timer")).toHaveTextContent(/01:0\d left/);
  expect(screen.getByRole("status")).toHaveTextContent("less than five minutes");

  vi.useFakeTimers({ toFake: ["Date"] });
  try {
    vi.setSystemTime(Date.now() + 5000);
    await waitFor(() => expect(screen.getByRole("timer")).toHaveTextContent(/00:5\d left/), {
      timeout: 3000,
    });
    expect(screen.getByRole("status")).toHaveTextContent("less than a minute");
  } finally {
    vi.useRealTimers();
  }
});

test("an impersonation whose time has passed ends by itself, and says so", async () => {
  const fake = createFake();
  const { token } = fake.impersonating(ada);
  const user = userIn(fake, ada.id);
  let begin = () => {};
  function Begin(): null {
    const { start } = useImpersonation();
    begin = () => start?.({ token, user, reason: "x", expiresAt: new Date(Date.now() + 50) });
    return null;
  }
  renderFor(
    fake,
    <ImpersonationProvider>
      <Begin />
    </ImpersonationProvider>,
    fake.signedInAs(grace),
  );
  act(() => begin());

  expect(await screen.findByText("The time to act as Ada Lovelace is over.")).toBeVisible();
  expect(screen.queryByRole("timer")).toBeNull();
});

test("a page loaded anew is the administrator's own", async () => {
  const fake = createFake();
  const { unmount } = await actAsAda(fake);
  unmount();

  draw(fake);

  expect(await screen.findByText("Hello, Grace Hopper")).toBeVisible();
  expect(screen.queryByRole("timer")).toBeNull();
});
