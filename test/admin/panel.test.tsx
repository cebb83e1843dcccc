import { HelloJohnError } from "@hellojohn/react";
import { es } from "@hellojohn/react/locales/es";
import { ada, createFake, grace } from "@hellojohn/react/testing";
import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { sentTo } from "../components/render.js";
import { openFor, userIn } from "./actions-stage.js";

const panel = { kind: "panel", userId: ada.id } as const;

/** What may be done to the user of the panel. */
async function openActions({ user, dialog }: Awaited<ReturnType<typeof openFor>>) {
  await user.click(await within(dialog).findByRole("button", { name: "Actions" }));
  return within(await within(dialog).findByRole("menu", { name: "Actions" }));
}

async function openTab(fake: ReturnType<typeof createFake>, name: string) {
  const page = await openFor(fake, panel);
  await page.user.click(await screen.findByRole("tab", { name }));
  return page;
}

test("the panel is named after the user, and arrow keys walk its tabs", async () => {
  const fake = createFake();
  const { user, dialog } = await openFor(fake, panel);
  const first = await screen.findByRole("tab", { name: "Profile" });
  expect(dialog).toHaveAccessibleName("Ada Lovelace");
  expect(screen.getByRole("tabpanel")).toHaveAccessibleName("Profile");

  first.focus();
  await user.keyboard("{ArrowRight}");
  await waitFor(() => expect(screen.getByRole("tab", { name: "Metadata" })).toHaveFocus());
  await user.keyboard("{Home}{ArrowLeft}");
  await waitFor(() => expect(screen.getByRole("tab", { name: "History" })).toHaveFocus());
  expect(screen.getByRole("tab", { name: "History" })).toHaveAttribute("aria-selected", "true");

  await user.click(screen.getByRole("button", { name: "Close" }));
  await waitFor(() => expect(screen.getByRole("button", { name: "Open" })).toHaveFocus());
});

test("a session is ended after one more question, and the keyboard is not lost", async () => {
  const fake = createFake();
  fake.startSession(ada, { device: "Firefox on Windows" });
  fake.startSession(ada, { device: "Safari on iPhone" });
  const { user } = await openTab(fake, "Sessions");

  await user.click(await screen.findByRole("button", { name: "Sign out Firefox on Windows" }));
  await user.keyboard("{Enter}");

  expect(await screen.findByText("Done: Sign out Firefox on Windows")).toBeVisible();
  await waitFor(() => expect(screen.queryByText("Firefox on Windows")).toBeNull());
  expect(screen.getByText("Safari on iPhone")).toBeVisible();
  await waitFor(() => expect(screen.getByRole("list", { name: "Sessions" })).toHaveFocus());
});

test("a session that could not be ended stays, with the reason", async () => {
  const fake = createFake();
  fake.startSession(ada, { device: "Firefox on Windows" });
  fake.fail("revokeSession", new HelloJohnError("insufficient_permissions", "No"));
  const { user } = await openTab(fake, "Sessions");

  await user.click(await screen.findByRole("button", { name: "Sign out Firefox on Windows" }));
  await user.keyboard("{Enter}");

  expect(await screen.findByRole("alert")).toHaveTextContent("You have no permission for this.");
  expect(screen.getByText("Firefox on Windows")).toBeVisible();
});

test("a dialog opened from the panel leads back to it", async () => {
  const fake = createFake();
  const page = await openFor(fake, panel);
  const { user, dialog } = page;
  const menu = await openActions(page);

  await user.click(menu.getByRole("menuitem", { name: "Disable" }));
  const over = await screen.findByRole("dialog", { name: "Disable: Ada Lovelace" });
  await user.click(within(over).getByRole("button", { name: "Disable" }));

  expect(await within(dialog).findByText(/Ada Lovelace can no longer sign in/)).toBeVisible();
  expect(await within(dialog).findByText("Disabled")).toBeVisible();
  const enable = (await openActions(page)).getByRole("menuitem", { name: "Enable" });
  expect(enable).not.toHaveAttribute("aria-disabled");
});

test("an action that is refused says why, and is not tried", async () => {
  const fake = createFake();
  const page = await openFor(fake, { kind: "panel", userId: grace.id });
  const menu = await openActions(page);
  const disable = menu.getByRole("menuitem", { name: /^Disable/ });

  expect(disable).toHaveAttribute("aria-disabled", "true");
  expect(disable).toHaveAccessibleDescription("Nobody else could administer the tenant.");
  await page.user.click(disable);

  expect(screen.getAllByRole("dialog")).toHaveLength(1);
  const refused = menu
    .getAllByRole("menuitem")
    .filter((item) => item.getAttribute("aria-disabled") === "true");
  expect(refused.length).toBeGreaterThan(2);
  for (const item of refused) expect(item).toHaveAccessibleDescription(/\w/);
});

test("a deleted user leaves no panel behind", async () => {
  const fake = createFake();
  const page = await openFor(fake, panel);
  const { user } = page;
  await user.click((await openActions(page)).getByRole("menuitem", { name: "Delete" }));

  await user.type(await screen.findByLabelText(/to confirm/), "ada@example.com{Enter}");

  expect(await screen.findByText("Ada Lovelace was deleted.")).toBeVisible();
  expect(screen.queryByRole("dialog")).toBeNull();
});

test("the history tells who did what, and older events are shown on demand", async () => {
  const fake = createFake();
  for (let at = 0; at < 25; at += 1) fake.updateUser(ada, { lastName: `Name ${at}` });
  const { user } = await openTab(fake, "History");

  const list = await screen.findByRole("list", { name: "History" });
  expect(within(list).getAllByRole("listitem")).toHaveLength(20);
  expect(within(list).getAllByText(/Last name/)[0]).toBeVisible();
  await user.click(screen.getByRole("button", { name: "Show older" }));

  await waitFor(() => expect(screen.getAllByRole("listitem").length).toBeGreaterThanOrEqual(25));
});

test("masked data stays hidden until someone asks to see it", async () => {
  const fake = createFake();
  const { user, dialog } = await openFor(fake, { ...panel, masked: true });
  await screen.findByRole("button", { name: "Show personal data" });
  expect(dialog.innerHTML).not.toContain("ada@example.com");
  expect(dialog.innerHTML).not.toContain("+442071234567");

  await user.click(screen.getByRole("button", { name: "Show personal data" }));

  expect(await screen.findByLabelText("E-mail address")).toHaveValue("ada@example.com");
  expect(sentTo(fake, "revealUser")).toHaveLength(1);
});

test("a profile is edited in the panel, and its draft survives another tab", async () => {
  const fake = createFake();
  const { user } = await openFor(fake, panel);
  await user.type(await screen.findByLabelText("First name"), " Augusta");
  await user.click(screen.getByRole("tab", { name: "Sessions" }));
  await user.click(screen.getByRole("tab", { name: "Profile" }));

  await user.click(await screen.findByRole("button", { name: "Save" }));

  await screen.findByText("Saved");
  expect(userIn(fake, ada.id).firstName).toBe("Ada Augusta");
});

test("a user who is gone by now is said to be", async () => {
  const { dialog } = await openFor(createFake(), { kind: "panel", userId: "usr_nobody" });

  expect(await within(dialog).findByRole("alert")).toHaveTextContent("no longer exists");
});

test("the panel speaks Spanish", async () => {
  const fake = createFake();
  await openFor(fake, panel, { ...fake.signedInAs(grace), locale: "es", messages: es });

  expect(await screen.findByRole("tab", { name: "Metadatos" })).toBeVisible();
});
