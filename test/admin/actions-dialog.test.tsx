import { HelloJohnError } from "@hellojohn/react";
import { es } from "@hellojohn/react/locales/es";
import { ada, createFake, grace } from "@hellojohn/react/testing";
import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { sentTo } from "../components/render.js";
import { openFor, userIn } from "./actions-stage.js";

const action = (name: "disable" | "delete" | "setPassword" | "revokeSessions" | "export") => {
  const fake = createFake();
  const user = userIn(fake, ada.id);
  return { fake, request: { kind: "action", action: name, user } as const };
};
const eventsOf = (fake: ReturnType<typeof createFake>, type: string) =>
  fake.auditEvents.filter((event) => event.type === type);

test("disabling says what is dead now, and gives the focus back", async () => {
  const { fake, request } = action("disable");
  fake.startSession(ada);
  fake.startSession(ada);
  const { user } = await openFor(fake, request);

  await user.type(screen.getByLabelText("Reason"), "Left the company");
  await user.click(screen.getByRole("button", { name: "Disable" }));

  await screen.findByText(/Ada Lovelace can no longer sign in. Sessions ended: 2; each is refused/);
  expect(screen.queryByRole("dialog")).toBeNull();
  await waitFor(() => expect(screen.getByRole("button", { name: "Open" })).toHaveFocus());
  expect(userIn(fake, ada.id).disabled).toBe(true);
  expect(eventsOf(fake, "user.disabled")).toMatchObject([{ reason: "Left the company" }]);
});

test("two clicks and a lost answer have one effect", async () => {
  const { fake, request } = action("disable");
  fake.fail("disableUser", "reset", { times: 1 });
  const { user } = await openFor(fake, request);

  await user.dblClick(screen.getByRole("button", { name: "Disable" }));

  await screen.findByText(/can no longer sign in/);
  const keys = fake.requests
    .filter(({ endpoint }) => endpoint === "disableUser")
    .map(({ headers }) => headers.get("Idempotency-Key"));
  expect(keys.length).toBeGreaterThan(1);
  expect(new Set(keys).size).toBe(1);
  expect(eventsOf(fake, "user.disabled")).toHaveLength(1);
});

test("a try after a lost answer is the same try, unless something else was typed", async () => {
  const { fake, request } = action("disable");
  fake.fail("disableUser", new HelloJohnError("rate_limit_exceeded", "Slow down"), { times: 2 });
  const { user } = await openFor(fake, request);
  const press = async () => {
    await user.click(screen.getByRole("button", { name: "Disable" }));
    await waitFor(() => expect(screen.queryByText("One moment…")).toBeNull());
  };

  await press();
  await press();
  await user.type(screen.getByLabelText("Reason"), "x");
  await press();

  const [first, second, third] = fake.requests
    .filter(({ endpoint }) => endpoint === "disableUser")
    .map(({ headers }) => headers.get("Idempotency-Key"));
  expect(second).toBe(first);
  expect(third).not.toBe(first);
});

test("an account is deleted only after its address was typed", async () => {
  const { fake, request } = action("delete");
  const { user } = await openFor(fake, request);
  const remove = screen.getByRole("button", { name: "Delete" });

  await user.click(remove);
  const field = screen.getByLabelText("Type ada@example.com to confirm");
  await waitFor(() => expect(field).toHaveFocus());
  expect(field).toBeInvalid();
  await user.type(field, "ada@example.org");
  await user.click(remove);
  expect(await screen.findByText("That does not match.")).toBeVisible();
  expect(sentTo(fake, "deleteUser")).toEqual([]);

  await user.clear(field);
  await user.type(field, "Ada@Example.com");
  await user.click(remove);

  await screen.findByText("Ada Lovelace was deleted.");
  expect(fake.users.some(({ id }) => id === ada.id)).toBe(false);
});

test("a deletion whose answer was lost is a deletion", async () => {
  const { fake, request } = action("delete");
  fake.fail("deleteUser", "reset", { times: 1 });
  const { user } = await openFor(fake, request);

  await user.type(screen.getByLabelText(/to confirm/), "ada@example.com{Enter}");

  expect(await screen.findByText("Ada Lovelace was deleted.")).toBeVisible();
});

test("what the server refuses all the same is told, and the dialog stays", async () => {
  const { fake, request } = action("disable");
  fake.fail("disableUser", new HelloJohnError("last_admin", "No"));
  const { user, dialog } = await openFor(fake, request);

  await user.click(screen.getByRole("button", { name: "Disable" }));

  const alert = await within(dialog).findByRole("alert");
  expect(alert).toHaveTextContent("Nobody else could administer the tenant.");
});

test("what is refused is said before it is tried", async () => {
  const fake = createFake();
  const user = { ...userIn(fake, grace.id), restrictions: { disable: "self_action" } };
  const { dialog } = await openFor(fake, { kind: "action", action: "disable", user });

  expect(dialog).toHaveTextContent("Not for your own account");
  expect(within(dialog).queryByRole("button", { name: "Disable" })).toBeNull();
});

test("nobody acts as another where nothing takes the token", async () => {
  const fake = createFake();
  const user = userIn(fake, ada.id);
  const { dialog } = await openFor(fake, { kind: "action", action: "impersonate", user });

  expect(dialog).toHaveTextContent("Not available on this page.");
});

test("a password set for someone follows the rules and is kept nowhere", async () => {
  const { fake, request } = action("setPassword");
  const { user, cache } = await openFor(fake, request);
  const field = await screen.findByLabelText("New password");

  await user.type(field, "short{Enter}");
  await waitFor(() => expect(field).toBeInvalid());
  expect(field).toHaveAccessibleDescription(/Choose one that follows the rules/);
  await user.clear(field);
  await user.type(field, "a-long-enough-secret{Enter}");

  await screen.findByText(/Ada Lovelace has a new password/);
  const kept = [cache.getMutationCache(), cache.getQueryCache()].map((part) => part.getAll());
  await waitFor(() =>
    expect(JSON.stringify(kept.flat().map(({ state }) => state))).not.toContain("a-long-enough"),
  );
  expect(JSON.stringify({ ...localStorage, ...sessionStorage })).not.toContain("a-long-enough");
  expect(document.body.innerHTML).not.toContain("a-long-enough");
});

test("the dialogs speak Spanish", async () => {
  const { fake, request } = action("revokeSessions");
  const connection = { ...fake.signedInAs(grace), locale: "es", messages: es };
  const { user } = await openFor(fake, request, connection);

  await user.click(screen.getByRole("button", { name: "Cerrar todas sus sesiones" }));

  expect(await screen.findByText(/Se han cerrado las sesiones de Ada Lovelace/)).toBeVisible();
});
