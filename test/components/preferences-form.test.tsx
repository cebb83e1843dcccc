import { type PreferenceDescription, PreferencesForm } from "@hellojohn/react";
import { ada } from "@hellojohn/react/testing";
import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { fakeServer, renderFor, sentTo } from "./render.js";

const fields: PreferenceDescription[] = [
  {
    key: "theme",
    label: "Theme",
    type: "select",
    options: [
      { value: "", label: "As the system" },
      { value: "dark", label: "Dark" },
    ],
  },
  { key: "notifications", label: "Notify me", type: "boolean" },
  { key: "plan", label: "Plan", type: "text" },
];

test("only keys that changed are sent, each as its own kind of value", async () => {
  const fake = fakeServer();
  fake.updateUser(ada, { publicMetadata: { language: "en", plan: "pro" } });
  const { user } = renderFor(fake, <PreferencesForm fields={fields} />);

  await user.selectOptions(await screen.findByLabelText("Theme"), "Dark");
  await user.click(screen.getByRole("switch", { name: "Notify me" }));
  await user.click(screen.getByRole("button", { name: "Save" }));

  expect(await screen.findByText("Saved")).toBeVisible();
  expect(sentTo(fake, "updateMyMetadata")).toEqual([
    { public_metadata: { theme: "dark", notifications: true } },
  ]);
  expect(fake.users[0]?.publicMetadata).toEqual({
    language: "en",
    plan: "pro",
    theme: "dark",
    notifications: true,
  });
});

test("an emptied preference is removed", async () => {
  const fake = fakeServer();
  fake.updateUser(ada, { publicMetadata: { theme: "dark" } });
  const { user } = renderFor(fake, <PreferencesForm fields={fields} />);

  await user.selectOptions(await screen.findByLabelText("Theme"), "As the system");
  await user.click(screen.getByRole("button", { name: "Save" }));

  expect(await screen.findByText("Saved")).toBeVisible();
  expect(fake.users[0]?.publicMetadata).toEqual({});
});

test("a key the organization keeps for itself is read-only with the reason, and is never sent", async () => {
  const fake = fakeServer();
  fake.updateUser(ada, { publicMetadata: { plan: "pro" } });
  const { user } = renderFor(fake, <PreferencesForm fields={fields} />);
  const plan = await screen.findByLabelText("Plan");

  expect(plan).toHaveValue("pro");
  expect(plan).toHaveAccessibleDescription("Your organization manages this");
  plan.removeAttribute("readonly");
  plan.setAttribute("name", "plan");
  await user.type(plan, "++");
  await user.selectOptions(screen.getByLabelText("Theme"), "Dark");
  await user.click(screen.getByRole("button", { name: "Save" }));

  expect(await screen.findByText("Saved")).toBeVisible();
  expect(sentTo(fake, "updateMyMetadata")).toEqual([{ public_metadata: { theme: "dark" } }]);
});

test("a preference changed elsewhere meanwhile is asked about by its label", async () => {
  const fake = fakeServer();
  const { user } = renderFor(fake, <PreferencesForm fields={fields} />);
  await user.click(await screen.findByRole("switch", { name: "Notify me" }));
  await user.selectOptions(screen.getByLabelText("Theme"), "Dark");
  fake.updateUser(ada, { publicMetadata: { theme: "sepia" } });

  await user.click(screen.getByRole("button", { name: "Save" }));

  expect(await screen.findByRole("group", { name: /^Theme/ })).toHaveTextContent(
    /mine: Dark.*theirs: sepia.*original: As the system/,
  );
  await user.click(screen.getByRole("button", { name: /Take theirs/ }));
  expect(screen.getByLabelText("Theme")).toHaveValue("sepia");
  await user.click(screen.getByRole("button", { name: "Save" }));
  expect(await screen.findByText("Saved")).toBeVisible();
  expect(fake.users[0]?.publicMetadata).toEqual({ theme: "sepia", notifications: true });
});
