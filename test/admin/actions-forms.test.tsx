import { HelloJohnError, type UserDetails } from "@hellojohn/react";
import { ada, createFake, fakePassword, grace } from "@hellojohn/react/testing";
import { fireEvent, screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { sentTo } from "../components/render.js";
import { openFor, userIn } from "./actions-stage.js";

const create = { kind: "create" } as const;
const edit = (user: UserDetails) => ({ kind: "action", action: "edit", user }) as const;

test("a new user is invited, so that nobody has to invent a password", async () => {
  const fake = createFake();
  const { user } = await openFor(fake, create);

  await user.type(screen.getByLabelText("E-mail address"), "mary@example.com");
  await user.type(screen.getByLabelText("First name"), "Mary");
  await user.click(screen.getByRole("button", { name: "Create user" }));

  await screen.findByText("Mary was invited by mail.");
  expect(fake.users.at(-1)).toMatchObject({ email: "mary@example.com", status: "pending" });
  expect(fake.mailbox[0]?.to).toBe("mary@example.com");
});

test("what is missing or taken is told at its field", async () => {
  const fake = createFake();
  const { user } = await openFor(fake, create);
  const email = screen.getByLabelText("E-mail address");

  await user.type(screen.getByLabelText("First name"), "Mary{Enter}");
  await waitFor(() => expect(email).toBeInvalid());
  await waitFor(() => expect(email).toHaveFocus());
  await user.type(email, "grace@example.com{Enter}");

  expect(await screen.findByText("This address is already in use.")).toBeVisible();
  expect(fake.users).toHaveLength(3);
});

test("text survives a dialog closed by accident, a password does not", async () => {
  const fake = createFake();
  const { user, dialog } = await openFor(fake, create);
  await user.type(screen.getByLabelText("E-mail address"), "mary@example.com");
  await user.click(screen.getByLabelText(/^Set a password instead/));
  await user.type(screen.getByLabelText("New password"), "a-long-enough-secret");

  fireEvent(dialog, new Event("close"));
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  await user.click(screen.getByRole("button", { name: "Open" }));

  expect(await screen.findByLabelText("E-mail address")).toHaveValue("mary@example.com");
  await user.click(screen.getByLabelText(/^Set a password instead/));
  expect(screen.getByLabelText("New password")).toHaveValue("");
});

test("a created user is created once, however often it is sent", async () => {
  const fake = createFake();
  fake.fail("createUser", "reset", { times: 1 });
  const { user } = await openFor(fake, create);
  await user.type(screen.getByLabelText("E-mail address"), "mary@example.com");
  await user.click(screen.getByLabelText(/^Set a password instead/));
  await user.type(screen.getByLabelText("New password"), "a-long-enough-secret");

  await user.dblClick(screen.getByRole("button", { name: "Create user" }));

  await screen.findByText("mary@example.com was saved.");
  expect(fake.users.filter(({ email }) => email === "mary@example.com")).toHaveLength(1);
});

test("changes made elsewhere are merged, and asked about where they overlap", async () => {
  const fake = createFake();
  const { user } = await openFor(fake, edit(userIn(fake, ada.id)));
  const last = await screen.findByLabelText("Last name");
  await user.type(screen.getByLabelText("First name"), " Augusta");
  await user.clear(last);
  await user.type(last, "King");
  fake.updateUser(ada, { lastName: "Byron", phoneNumber: null });

  await user.keyboard("{Enter}");

  const choice = await screen.findByRole("group", { name: /^Last name was changed/ });
  expect(choice).toHaveTextContent(/Keep mine: King.*Take theirs: Byron.*original: Lovelace/);
  await user.click(screen.getByRole("button", { name: /Take theirs/ }));
  await user.keyboard("{Enter}");
  await screen.findByText("Ada Augusta Byron was saved.");
  expect(userIn(fake, ada.id)).toMatchObject({ lastName: "Byron", phoneNumber: null });
});

test("another address waits for proof, unless the administrator vouches for it", async () => {
  const fake = createFake();
  const { user } = await openFor(fake, edit(userIn(fake, ada.id)));
  const email = await screen.findByLabelText("E-mail address");
  await user.clear(email);
  await user.type(email, "ada@new.example");
  await user.click(screen.getByLabelText(/^Use the new address at once/));

  await user.click(screen.getByRole("button", { name: "Save" }));

  await screen.findByText("Ada Lovelace was saved.");
  expect(userIn(fake, ada.id)).toMatchObject({ email: "ada@new.example", emailVerified: true });
});

test("the same address in another case stays verified", async () => {
  const fake = createFake();
  const { user } = await openFor(fake, edit(userIn(fake, ada.id)));
  const email = await screen.findByLabelText("E-mail address");
  await user.clear(email);
  await user.type(email, "Ada@Example.com{Enter}");

  await screen.findByText("Ada Lovelace was saved.");
  expect(userIn(fake, ada.id)).toMatchObject({ email: "Ada@Example.com", emailVerified: true });
});

test("an administrator whose sign-in is old proves herself in the same form", async () => {
  const fake = createFake();
  const signIn = fake.signedInAs(grace);
  fake.advance(2 * 3_600_000);
  const { user } = await openFor(fake, edit(userIn(fake, ada.id)), signIn);
  const email = await screen.findByLabelText("E-mail address");
  await user.clear(email);
  await user.type(email, "ada@new.example{Enter}");

  await user.type(await screen.findByLabelText("Current password"), `${fakePassword}{Enter}`);

  await screen.findByText("Ada Lovelace was saved.");
  expect(userIn(fake, ada.id).pendingEmail).toBe("ada@new.example");
});

test("a role that must stay says why", async () => {
  const fake = createFake();
  const user = { ...userIn(fake, grace.id), restrictions: { demote: "last_admin" } };
  await openFor(fake, edit(user));

  const role = await screen.findByRole("combobox", { name: "Role" });
  await waitFor(() => expect(role).toHaveAttribute("readonly"));
  expect(role).toHaveAccessibleDescription("Nobody else could administer the tenant.");
});

test("masked data is shown only when asked for, which the log keeps, and never sent back", async () => {
  const fake = createFake();
  const masked = { ...userIn(fake, ada.id), email: "a•••@e•••.com", phoneNumber: "+4•••••••67" };
  const { user } = await openFor(fake, edit(masked));
  expect(document.body.innerHTML).not.toContain("ada@example.com");

  await user.click(screen.getByRole("button", { name: "Show personal data" }));
  await user.type(await screen.findByLabelText("First name"), "!{Enter}");

  await screen.findByText("Ada! Lovelace was saved.");
  expect(fake.auditEvents.filter(({ type }) => type.includes("reveal"))).toHaveLength(1);
  expect(sentTo(fake, "updateUser")).toEqual([{ first_name: "Ada!" }]);
});

test("what the server refuses is told, and nothing typed is lost", async () => {
  const fake = createFake();
  fake.fail("updateUser", new HelloJohnError("insufficient_permissions", "No"));
  const { user } = await openFor(fake, edit(userIn(fake, ada.id)));

  await user.type(await screen.findByLabelText("First name"), "!{Enter}");

  expect(await screen.findByRole("alert")).toHaveTextContent("You have no permission for this.");
  expect(screen.getByLabelText("First name")).toHaveValue("Ada!");
});
