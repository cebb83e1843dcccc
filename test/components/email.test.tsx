import { ProfileForm } from "@hellojohn/react";
import { ada, makeUser } from "@hellojohn/react/testing";
import { screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { fakeServer, renderFor, sentTo } from "./render.js";

const longAgo = new Date("2026-01-06T09:00:00Z");
const next = "countess@example.com";

async function changeAddress(fake = fakeServer(), connection = fake.signedInAs(ada)) {
  const { user } = renderFor(fake, <ProfileForm />, connection);
  const email = await screen.findByLabelText("E-mail address");
  await user.clear(email);
  await user.type(email, `${next}{Enter}`);
  return { fake, user, email };
}

test("a new address is pending until proven; the old one stays", async () => {
  const { fake, email } = await changeAddress();

  const card = await screen.findByRole("group", { name: "Confirm your new address" });
  expect(card).toHaveTextContent(next);
  expect(card).toHaveTextContent(ada.email);
  expect(email).toHaveValue(ada.email);
  expect(fake.users[0]).toMatchObject({ email: ada.email, pendingEmail: next });
});

test("a change of address can be taken back", async () => {
  const { fake, user } = await changeAddress();

  await user.click(await screen.findByRole("button", { name: "Keep the old address" }));

  expect(await screen.findByText("The change was canceled")).toBeVisible();
  expect(screen.queryByRole("group", { name: "Confirm your new address" })).toBeNull();
  expect(fake.users[0]?.pendingEmail).toBeNull();
});

test("the link is sent again, but not within a minute of the last", async () => {
  const { fake, user } = await changeAddress();
  const again = await screen.findByRole("button", { name: "Send again" });
  const mails = fake.mailbox.length;

  await user.click(again);
  expect(await screen.findByRole("button", { name: /Send again in \d\d s/ })).toBeVisible();
  expect(screen.queryByRole("alert")).toBeNull();
  await user.click(again);

  expect(fake.mailbox).toHaveLength(mails);
  expect(sentTo(fake, "resendEmail")).toHaveLength(1);
});

test("the link is sent again after a minute", async () => {
  const fake = fakeServer({ users: [makeUser({ ...ada, pendingEmail: next })] });
  const { user } = renderFor(fake, <ProfileForm />);

  await user.click(await screen.findByRole("button", { name: "Send again" }));

  expect(await screen.findByText("Sent again")).toBeVisible();
  expect(fake.mailbox[0]?.to).toBe(next);
});

test("the password is asked for where it is needed, and the same input goes on", async () => {
  const fake = fakeServer();
  const { user } = await changeAddress(fake, fake.signedInAs(ada, { signedInAt: longAgo }));

  const password = await screen.findByLabelText("Current password");
  await waitFor(() => expect(password).toHaveFocus());
  await user.type(password, "guess{Enter}");
  expect(await screen.findByText("That is not your current password.")).toBeVisible();
  await user.clear(password);
  await user.type(password, "correct-horse-battery{Enter}");

  expect(await screen.findByRole("group", { name: /Confirm/ })).toHaveTextContent(next);
  expect(screen.queryByLabelText("Current password")).toBeNull();
  expect(sentTo(fake, "updateMe").at(-1)).toEqual({
    email: next,
    current_password: "correct-horse-battery",
  });
});

test("a taken address is told on its field", async () => {
  const fake = fakeServer();
  const { user } = renderFor(fake, <ProfileForm />);
  const email = await screen.findByLabelText("E-mail address");

  await user.clear(email);
  await user.type(email, "Grace@example.com{Enter}");

  await waitFor(() => expect(email).toBeInvalid());
  expect(email).toHaveAccessibleDescription(/This address is already in use/);
  expect(email).toHaveValue("Grace@example.com");
});
