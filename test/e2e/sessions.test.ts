import { expect, test } from "vitest";
import { makePerson, setSessionConfig } from "./api.js";
import { open, openAs, picture } from "./browser.js";

test("a session ended from another browser ends there", async () => {
  const { email } = await makePerson();
  const here = await openAs(email, "/devices");
  const there = await openAs(email, "/profile");
  await here.reload();
  const rows = here.getByRole("region", { name: "Devices" }).getByRole("listitem");
  await expect.poll(() => rows.count()).toBeGreaterThanOrEqual(2);
  await picture(here, "devices");

  await here.getByRole("button", { name: "Sign out all other devices" }).click();
  await here
    .getByRole("group", { name: /every device/ })
    .getByRole("button", { name: "Sign out" })
    .click();
  await here.getByText("All other devices were signed out").waitFor();
  await there.getByRole("link", { name: "Devices" }).click();

  await there.getByText("You were signed out from another device.").waitFor();
  await here.getByRole("button", { name: "Sign out", exact: true }).waitFor();
});

test("two tabs live through an expiry on one refresh, and nobody is signed out", async () => {
  const restore = await setSessionConfig({ access_token_ttl: 10 });
  const { email } = await makePerson();
  const first = await openAs(email);
  const second = await open("/profile", first);
  await second.getByLabel("Display name").waitFor();
  const refreshes: string[] = [];
  first.context().on("request", (request) => {
    if (request.method() === "POST" && request.url().endsWith("/token/refresh"))
      refreshes.push(request.url());
  });

  await first.waitForTimeout(12_000);
  await Promise.all(
    [first, second].map((tab) => tab.getByRole("link", { name: "Devices" }).click()),
  );

  for (const tab of [first, second]) await tab.getByText("This device").waitFor();
  expect(refreshes).toHaveLength(1);
  await restore();
});

test("a new tab is signed in too, and signing out in one ends both", async () => {
  const { email } = await makePerson();
  const first = await openAs(email);
  const second = await open("/", first);
  await second.getByRole("button", { name: "Sign out", exact: true }).waitFor();

  await second.getByRole("button", { name: "Sign out", exact: true }).click();

  for (const tab of [first, second])
    await tab.getByRole("button", { name: "Sign in", exact: true }).waitFor();
  expect(await first.content()).not.toContain(email);
});
