import { PasswordForm } from "@hellojohn/react";
import { ada } from "@hellojohn/react/testing";
import { screen, waitFor } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { fakeServer, renderFor, sentTo } from "./render.js";

const old = "correct-horse-battery";
const better = "a-better-horse-battery";

async function fill(current: string, next: string, fake = fakeServer()) {
  const onChanged = vi.fn<(sessions: number) => void>();
  const view = renderFor(fake, <PasswordForm onChanged={onChanged} />);
  const currentField = await screen.findByLabelText("Current password");
  const newField = screen.getByLabelText("New password");
  await view.user.type(currentField, current);
  await view.user.type(newField, `${next}{Enter}`);
  return { ...view, fake, onChanged, currentField, newField };
}

const remembered = (cache: Awaited<ReturnType<typeof fill>>["cache"]) =>
  JSON.stringify([cache.getMutationCache().getAll(), cache.getQueryCache().getAll()].map(String)) +
  JSON.stringify(
    cache
      .getMutationCache()
      .getAll()
      .map(({ state }) => state),
  );

test("a change says how many other devices it signed out, and leaves no password anywhere", async () => {
  const fake = fakeServer();
  fake.startSession(ada);
  fake.startSession(ada);
  const { cache, currentField, newField, onChanged } = await fill(old, better, fake);

  expect(await screen.findByText("Password changed. Other devices signed out: 2.")).toBeVisible();
  expect(currentField).toHaveValue("");
  expect(newField).toHaveValue("");
  expect(onChanged).toHaveBeenCalledExactlyOnceWith(2);
  await waitFor(() => expect(remembered(cache)).not.toMatch(/horse/));
  expect(document.body.innerHTML).not.toMatch(/horse/);
});

test("others stay signed in where one says so", async () => {
  const fake = fakeServer();
  fake.startSession(ada);
  const { user } = renderFor(fake, <PasswordForm />);
  await user.type(await screen.findByLabelText("Current password"), old);
  await user.type(screen.getByLabelText("New password"), better);

  await user.click(screen.getByLabelText("Sign out all other devices"));
  await user.click(screen.getByRole("button", { name: "Change password" }));

  expect(await screen.findByText("Password changed")).toBeVisible();
  expect(sentTo(fake, "changePassword")).toMatchObject([{ revoke_other_sessions: false }]);
});

test("a wrong current password is told on its field, and nothing typed is lost", async () => {
  const { cache, currentField, newField } = await fill("guess", better);

  await waitFor(() => expect(currentField).toBeInvalid());
  expect(currentField).toHaveAccessibleDescription("That is not your current password.");
  await waitFor(() => expect(currentField).toHaveFocus());
  expect(currentField).toHaveValue("guess");
  expect(newField).toBeValid();
  expect(newField).toHaveValue(better);
  await waitFor(() => expect(remembered(cache)).not.toMatch(/horse|guess/));
});

test("a weak password is told before it is sent", async () => {
  const { fake, newField } = await fill(old, "short");

  await waitFor(() => expect(newField).toBeInvalid());
  await waitFor(() => expect(newField).toHaveFocus());
  expect(sentTo(fake, "changePassword")).toEqual([]);
});

test("a common password is told on its field by the server", async () => {
  const { newField } = await fill(old, "password1");

  await waitFor(() =>
    expect(newField).toHaveAccessibleDescription(/Too many people use this password/),
  );
});

test("rules are there before typing and ticked meanwhile", async () => {
  const fake = fakeServer();
  fake.updateConfig({ passwordPolicy: { minLength: 10, requireNumbers: true } });
  const { user } = renderFor(fake, <PasswordForm />);
  const field = await screen.findByLabelText("New password");
  const [length, digit] = screen.getAllByRole("listitem");

  expect(field).toHaveAccessibleDescription("At least 10 characters A digit");
  expect(field).toHaveAttribute("passwordrules", "minlength: 10; maxlength: 128; required: digit");
  await user.type(field, "long enough");

  expect(length).toHaveTextContent("At least 10 characters, done");
  expect(digit).toHaveTextContent(/^A digit$/);
});

test("password managers find what they look for", async () => {
  const { container } = { container: document.body };
  renderFor(fakeServer(), <PasswordForm />);
  await screen.findByLabelText("New password");

  expect(container.querySelector("[autocomplete=username]")).toHaveValue(ada.email);
  expect(screen.getByLabelText("Current password")).toHaveAttribute(
    "autocomplete",
    "current-password",
  );
  expect(screen.getByLabelText("New password")).toHaveAttribute("autocomplete", "new-password");
});

test("passwords can be looked at", async () => {
  const { user } = renderFor(fakeServer(), <PasswordForm />);
  const field = await screen.findByLabelText("New password");
  await user.type(field, better);

  await user.click(screen.getByRole("button", { name: "Show passwords", pressed: false }));

  expect(field).toHaveAttribute("type", "text");
  expect(field).toHaveValue(better);
});
