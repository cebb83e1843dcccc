import { HelloJohnError, SessionList } from "@hellojohn/react";
import { es } from "@hellojohn/react/locales/es";
import { ada, type Fake } from "@hellojohn/react/testing";
import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { fakeServer, renderFor } from "./render.js";

const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000);

function onThreeDevices(): Fake {
  const fake = fakeServer();
  fake.startSession(ada, { device: "Firefox on Windows", lastActiveAt: ago(14) });
  fake.startSession(ada, { device: "Firefox on Windows", lastActiveAt: ago(3 * 24 * 60 + 5) });
  return fake;
}

test("each device is named, the current one marked, and every button says which it ends", async () => {
  renderFor(onThreeDevices(), <SessionList />);

  const [first] = await screen.findAllByRole("listitem");
  expect(first).toHaveTextContent(/Chrome on macOS.*This device/);
  expect(screen.getByText(/Active 14 minutes ago/)).toBeVisible();
  expect(screen.getByText(/Active 3 days ago/)).toBeVisible();
  const names = screen.getAllByRole("button").map((button) => button.getAttribute("aria-label"));
  expect(new Set(names).size).toBe(names.length);
});

test("a device is signed out after one more question, and the keyboard is not lost", async () => {
  const fake = onThreeDevices();
  const { user } = renderFor(fake, <SessionList />);

  await user.click(await screen.findByRole("button", { name: "Sign out Firefox on Windows" }));
  await user.keyboard("{Escape}");
  await waitFor(() =>
    expect(screen.getByRole("button", { name: "Sign out Firefox on Windows" })).toHaveFocus(),
  );
  await user.keyboard("{Enter}");
  await user.keyboard("{Enter}");

  expect(await screen.findByText("Firefox on Windows was signed out")).toBeVisible();
  expect(screen.getAllByRole("listitem")).toHaveLength(2);
  await waitFor(() => expect(screen.getByRole("region", { name: "Devices" })).toHaveFocus());
});

test("all others are signed out at once", async () => {
  const { user } = renderFor(onThreeDevices(), <SessionList />);

  await user.click(await screen.findByRole("button", { name: "Sign out all other devices" }));
  const question = screen.getByRole("group", { name: /every device but this one/ });
  await user.click(within(question).getByRole("button", { name: "Sign out" }));

  expect(await screen.findByText("All other devices were signed out")).toBeVisible();
  expect(screen.getByText(/on no other device/)).toBeVisible();
});

test("a device that could not be signed out comes back, with the reason", async () => {
  const fake = onThreeDevices();
  fake.fail("revokeMySession", new HelloJohnError("impersonation_forbidden", "No"));
  const { user } = renderFor(fake, <SessionList />);

  await user.click(await screen.findByRole("button", { name: "Sign out Firefox on Windows" }));
  await user.keyboard("{Enter}");

  expect(await screen.findByRole("alert")).toHaveTextContent("Not while acting");
  expect(screen.getAllByRole("listitem")).toHaveLength(3);
});

test("a list that could not be loaded can be asked for again", async () => {
  const fake = onThreeDevices();
  fake.fail("listMySessions", new HelloJohnError("insufficient_permissions", "No"));
  const { user } = renderFor(fake, <SessionList />);
  const retry = await screen.findByRole("button", { name: "Try again" });

  fake.recover();
  await user.click(retry);

  await waitFor(() => expect(screen.getAllByRole("listitem")).toHaveLength(3));
});

test("times are told in the reader's language", async () => {
  const fake = onThreeDevices();
  renderFor(fake, <SessionList />, { ...fake.signedInAs(ada), locale: "es", messages: es });

  expect(await screen.findByText(/Activo hace 14 minutos/)).toBeVisible();
});
