import { SignInForm, useSession } from "@hellojohn/react";
import { ada, fakeTotpCode, makeUser } from "@hellojohn/react/testing";
import { screen, waitFor } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { fakeServer, renderFor } from "./render.js";

const Status = () => <output>{useSession().status}</output>;

function open(users = [makeUser(ada)]) {
  const fake = fakeServer({ users });
  const onSignedIn = vi.fn<() => void>();
  const page = (
    <>
      <Status />
      <SignInForm onSignedIn={onSignedIn} />
    </>
  );
  const { apiUrl, publishableKey, fetch } = fake;
  return { fake, onSignedIn, ...renderFor(fake, page, { apiUrl, publishableKey, fetch }) };
}

test("an address and a password sign in", async () => {
  const { user, onSignedIn, cache } = open();

  await user.type(await screen.findByLabelText("E-mail address"), ada.email);
  await user.type(screen.getByLabelText("Password"), "correct-horse-battery{Enter}");

  expect(await screen.findByText("signed-in")).toBeVisible();
  expect(onSignedIn).toHaveBeenCalledOnce();
  expect(
    JSON.stringify(
      cache
        .getMutationCache()
        .getAll()
        .map(({ state }) => state),
    ),
  ).not.toMatch(/horse/);
});

test("wrong ones are told without saying which, and stay", async () => {
  const { user } = open();

  await user.type(await screen.findByLabelText("E-mail address"), ada.email);
  await user.type(screen.getByLabelText("Password"), "guess{Enter}");

  expect(await screen.findByRole("alert")).toHaveTextContent("E-mail or password is wrong.");
  expect(screen.getByLabelText("Password")).toHaveValue("guess");
});

test("an empty form says what is missing", async () => {
  const { user } = open();

  await user.click(await screen.findByRole("button", { name: "Sign in" }));

  expect(await screen.findByRole("alert")).toHaveTextContent("E-mail address, Password");
  await waitFor(() => expect(screen.getByLabelText("E-mail address")).toHaveFocus());
});

test("an account with a second factor is asked for its code", async () => {
  const { user, onSignedIn } = open([makeUser({ ...ada, mfaEnrolled: true })]);
  await user.type(await screen.findByLabelText("E-mail address"), ada.email);
  await user.type(screen.getByLabelText("Password"), "correct-horse-battery{Enter}");

  const code = await screen.findByLabelText("Six-digit code");
  expect(code).toHaveAttribute("autocomplete", "one-time-code");
  await waitFor(() => expect(code).toHaveFocus());
  await user.type(code, "000 000{Enter}");
  expect(await screen.findByText("That code is wrong or no longer valid.")).toBeVisible();
  await user.clear(code);
  await user.type(code, `${fakeTotpCode}{Enter}`);

  expect(await screen.findByText("signed-in")).toBeVisible();
  expect(onSignedIn).toHaveBeenCalledOnce();
});
