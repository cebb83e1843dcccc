import { HelloJohnError, ProfileField, ProfileForm, useUser } from "@hellojohn/react";
import { ada } from "@hellojohn/react/testing";
import { screen, waitFor } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { fakeServer, renderFor, sentTo } from "./render.js";

const Greeting = () => <h1>Hello, {useUser().user?.name}</h1>;

test("a saved name shows everywhere at once, and only what changed is sent", async () => {
  const fake = fakeServer();
  const onSaved = vi.fn<() => void>();
  const page = (
    <>
      <Greeting />
      <ProfileForm onSaved={onSaved} />
    </>
  );
  const { user } = renderFor(fake, page);
  const name = await screen.findByLabelText("Display name");

  await user.clear(name);
  await user.type(name, "Countess Lovelace{Enter}");

  expect(await screen.findByText("Saved")).toBeVisible();
  expect(screen.getByRole("heading")).toHaveTextContent("Hello, Countess Lovelace");
  expect(sentTo(fake, "updateMe")).toEqual([{ name: "Countess Lovelace" }]);
  expect(onSaved).toHaveBeenCalledOnce();
});

test("a refused name is rolled back elsewhere, explained, and kept in its field", async () => {
  const fake = fakeServer();
  const fields = { name: [{ code: "house_rule", message: "That name is taken" }] };
  fake.fail("updateMe", new HelloJohnError("validation_failed", "No", { fields }));
  const page = (
    <>
      <Greeting />
      <ProfileForm />
    </>
  );
  const { user } = renderFor(fake, page);
  const name = await screen.findByLabelText("Display name");

  await user.type(name, "!{Enter}");

  expect(await screen.findByText("That name is taken")).toBeVisible();
  expect(name).toHaveAccessibleDescription("That name is taken");
  expect(name).toHaveValue("Ada Lovelace!");
  await waitFor(() => expect(name).toHaveFocus());
  expect(screen.getByRole("heading")).toHaveTextContent(/^Hello, Ada Lovelace$/);
});

test("what one may not edit is read-only with the reason, and is never sent", async () => {
  const fake = fakeServer();
  const { user } = renderFor(fake, <ProfileForm />);
  const role = await screen.findByLabelText("Role");

  expect(role).toHaveAccessibleDescription("Only an administrator can change this");
  role.removeAttribute("readonly");
  role.setAttribute("name", "role");
  await user.clear(role);
  await user.type(role, "admin");
  await user.type(screen.getByLabelText("First name"), " A.{Enter}");

  expect(await screen.findByText("Saved")).toBeVisible();
  expect(sentTo(fake, "updateMe")).toEqual([{ first_name: "Ada A." }]);
  expect(fake.users[0]?.role).toBe("member");
});

test("someone who acts for another edits the profile but not the address", async () => {
  const fake = fakeServer();
  const { user } = renderFor(fake, <ProfileForm />, fake.impersonating(ada));
  const email = await screen.findByLabelText("E-mail address");

  expect(email).toHaveAttribute("readonly");
  expect(email).toHaveAccessibleDescription("Can't be changed while acting for someone else");
  await user.type(screen.getByLabelText("First name"), "h{Enter}");

  expect(await screen.findByText("Saved")).toBeVisible();
});

test("a field is checked before anything is sent, and the first wrong one takes the focus", async () => {
  const fake = fakeServer();
  const { user } = renderFor(fake, <ProfileForm />);
  const phone = await screen.findByLabelText("Phone number");

  await user.type(screen.getByLabelText("E-mail address"), "@");
  await user.clear(phone);
  await user.type(phone, "020 7946{Enter}");

  expect(await screen.findByRole("alert")).toHaveTextContent(
    "Not saved. Look at: Phone number, E-mail address",
  );
  await waitFor(() => expect(phone).toHaveFocus());
  expect(phone).toBeInvalid();
  expect(sentTo(fake, "updateMe")).toEqual([]);
});

test("an error goes as soon as its field is typed into, and no focus is stolen", async () => {
  const { user } = renderFor(fakeServer(), <ProfileForm />);
  const phone = await screen.findByLabelText("Phone number");
  const email = screen.getByLabelText("E-mail address");
  await user.type(email, "@");
  await user.clear(phone);
  await user.type(phone, "020{Enter}");
  await waitFor(() => expect(phone).toBeInvalid());

  await user.type(email, "x");

  expect(email).toBeValid();
  await waitFor(() => expect(email).toHaveFocus());
  expect(phone).toBeInvalid();
});

test("an emptied field is removed; an emptied address is refused", async () => {
  const fake = fakeServer();
  const { user } = renderFor(fake, <ProfileForm />);

  await user.clear(await screen.findByLabelText("Phone number"));
  await user.keyboard("{Enter}");
  expect(await screen.findByText("Saved")).toBeVisible();
  await user.clear(screen.getByLabelText("E-mail address"));
  await user.keyboard("{Enter}");

  expect(await screen.findByText(/Enter an e-mail address/)).toBeVisible();
  expect(sentTo(fake, "updateMe")).toEqual([{ phone_number: null }]);
});

test("what the server normalises is shown as it was stored", async () => {
  const { user } = renderFor(fakeServer(), <ProfileForm />);
  const phone = await screen.findByLabelText("Phone number");

  await user.clear(phone);
  await user.type(phone, "0044 20 7946-0018{Enter}");

  await waitFor(() => expect(phone).toHaveValue("+442079460018"));
});

test("saving nothing says so and sends nothing", async () => {
  const fake = fakeServer();
  const { user } = renderFor(fake, <ProfileForm />);

  await user.click(await screen.findByRole("button", { name: "Save" }));

  expect(await screen.findByText("Nothing to save")).toBeVisible();
  expect(sentTo(fake, "updateMe")).toEqual([]);
});

test("unsaved text is told to the app and guarded against closing the page", async () => {
  const onDirtyChange = vi.fn<(dirty: boolean) => void>();
  const { user } = renderFor(fakeServer(), <ProfileForm onDirtyChange={onDirtyChange} />);
  const closing = () => !window.dispatchEvent(new Event("beforeunload", { cancelable: true }));
  const name = await screen.findByLabelText("First name");
  expect(closing()).toBe(false);

  await user.type(name, "!");
  expect(closing()).toBe(true);
  await user.keyboard("{Enter}");

  await waitFor(() => expect(closing()).toBe(false));
  expect(onDirtyChange.mock.calls.map(([dirty]) => dirty)).toEqual([true, false]);
});

test("its parts can be arranged by hand, and say where they belong", async () => {
  const { user } = renderFor(
    fakeServer(),
    <ProfileForm>
      <ProfileField name="firstName" label="What should we call you?" />
      <button>Keep it</button>
    </ProfileForm>,
  );

  await user.type(await screen.findByLabelText("What should we call you?"), "!");
  await user.click(screen.getByRole("button", { name: "Keep it" }));

  await waitFor(() => expect(screen.getByLabelText(/call you/)).toHaveValue("Ada!"));
  expect(screen.queryByLabelText("Last name")).toBeNull();
});
