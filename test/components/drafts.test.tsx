import { ProfileForm } from "@hellojohn/react";
import { ada, grace } from "@hellojohn/react/testing";
import { screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { fakeServer, renderFor } from "./render.js";

const password = "correct-horse-battery";

test("text survives a refetch, and fields nobody touched follow the server", async () => {
  const fake = fakeServer();
  const { user, cache } = renderFor(fake, <ProfileForm />);
  const name = await screen.findByLabelText("First name");

  await user.type(name, " Augusta");
  fake.updateUser(ada, { lastName: "King" });
  await cache.refetchQueries();

  await waitFor(() => expect(screen.getByLabelText("Last name")).toHaveValue("King"));
  expect(name).toHaveValue("Ada Augusta");
});

test("text survives a remount", async () => {
  const { user, show } = renderFor(fakeServer(), <ProfileForm />);
  await user.type(await screen.findByLabelText("First name"), " Augusta");

  show(null);
  show(<ProfileForm />);

  expect(await screen.findByLabelText("First name")).toHaveValue("Ada Augusta");
});

test("text survives the end of the session, for the same person", async () => {
  const fake = fakeServer();
  const { user, client } = renderFor(fake, <ProfileForm />);
  await user.type(await screen.findByLabelText("First name"), " Augusta");
  for (const session of await client.sessions.list()) fake.revokeSession(session.id);

  await user.keyboard("{Enter}");
  await screen.findByText("Sign in to see this.");
  await client.signIn({ email: ada.email, password });

  expect(await screen.findByLabelText("First name")).toHaveValue("Ada Augusta");
});

test("nobody finds what another person has typed", async () => {
  const fake = fakeServer();
  const { user, client } = renderFor(fake, <ProfileForm />);
  await user.type(await screen.findByLabelText("First name"), " Augusta");
  for (const session of await client.sessions.list()) fake.revokeSession(session.id);
  await user.keyboard("{Enter}");
  await screen.findByText("Sign in to see this.");

  await client.signIn({ email: grace.email, password });
  expect(await screen.findByLabelText("First name")).toHaveValue("Grace");
  await client.signOut();
  await client.signIn({ email: ada.email, password });

  await waitFor(() => expect(screen.getByLabelText("First name")).toHaveValue("Ada"));
});

test("who signs out leaves no text behind", async () => {
  const fake = fakeServer();
  const { user, client } = renderFor(fake, <ProfileForm />);
  await user.type(await screen.findByLabelText("First name"), " Augusta");

  await client.signOut();
  await screen.findByText("Sign in to see this.");
  await client.signIn({ email: ada.email, password });

  expect(await screen.findByLabelText("First name")).toHaveValue("Ada");
});

test("text typed while a save is under way is kept, and saved by the next", async () => {
  const fake = fakeServer();
  fake.delay(100);
  const { user } = renderFor(fake, <ProfileForm />);
  const name = await screen.findByLabelText("First name");

  await user.type(name, " A{Enter}ugusta{Enter}");

  await waitFor(() => expect(fake.users[0]?.firstName).toBe("Ada Augusta"));
  expect(await screen.findByText("Saved")).toBeVisible();
  expect(name).toHaveValue("Ada Augusta");
});
