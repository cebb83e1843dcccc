import { ProfileForm } from "@hellojohn/react";
import { ada } from "@hellojohn/react/testing";
import { screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { fakeServer, renderFor } from "./render.js";

async function bothChangeTheName() {
  const fake = fakeServer();
  const { user } = renderFor(fake, <ProfileForm />);
  const name = await screen.findByLabelText("Last name");
  await user.clear(name);
  await user.type(name, "King");
  fake.updateUser(ada, { lastName: "Byron", phoneNumber: null });
  await user.keyboard("{Enter}");
  const choice = await screen.findByRole("group", { name: /^Last name was changed/ });
  return { fake, user, name, choice };
}

test("two changes to one field are shown as mine, theirs and the original", async () => {
  const { fake, name, choice } = await bothChangeTheName();

  expect(choice).toHaveTextContent(/Keep mine: King.*Take theirs: Byron.*original: Lovelace/);
  expect(name).toHaveValue("King");
  expect(fake.users[0]?.lastName).toBe("Byron");
  await waitFor(() => expect(screen.getByRole("button", { name: /Keep mine/ })).toHaveFocus());
});

test.each([
  ["Keep mine", "King"],
  ["Take theirs", "Byron"],
  ["Back to the original", "Lovelace"],
])("after %s the other person's other changes stand", async (choice, expected) => {
  const { fake, user, name } = await bothChangeTheName();

  await user.click(screen.getByRole("button", { name: new RegExp(choice) }));
  await waitFor(() => expect(name).toHaveFocus());
  expect(name).toHaveValue(expected);
  await user.keyboard("{Enter}");

  await waitFor(() => expect(screen.getAllByRole("status").at(-1)).toHaveTextContent(/\w/));
  await waitFor(() => expect(fake.users[0]?.lastName).toBe(expected));
  expect(fake.users[0]?.phoneNumber).toBeNull();
  expect(screen.queryByRole("group", { name: /was changed/ })).toBeNull();
});

test("changes that do not overlap are merged, and it is said", async () => {
  const fake = fakeServer();
  const { user } = renderFor(fake, <ProfileForm />);
  await user.type(await screen.findByLabelText("First name"), " Augusta");
  fake.updateUser(ada, { phoneNumber: "+14155550123" });

  await user.keyboard("{Enter}");

  expect(await screen.findByText("Saved, together with changes made elsewhere")).toBeVisible();
  expect(screen.getByLabelText("Phone number")).toHaveValue("+14155550123");
  expect(fake.users[0]).toMatchObject({ firstName: "Ada Augusta", phoneNumber: "+14155550123" });
});
