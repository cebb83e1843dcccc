import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { eventsOf, grace, usersNow } from "./admin-api.js";
import { makePerson } from "./api.js";
import { open, openAs, picture, signIn, violations } from "./browser.js";

/** The table of users, as its administrator sees it. */
async function openTable(query = ""): Promise<Page> {
  const page = await open(`/users${query}`);
  await signIn(page, grace.email, grace.password);
  await page.getByRole("row").nth(3).waitFor();
  return page;
}

const rowOf = (page: Page, email: string) => page.getByRole("row").filter({ hasText: email });

async function find(page: Page, email: string) {
  await page.getByRole("searchbox").fill(email);
  await page.getByText("1 user", { exact: true }).waitFor();
  return rowOf(page, email);
}

async function act(page: Page, row: ReturnType<typeof rowOf>, action: string) {
  await row.getByRole("button", { name: /^Actions for/ }).click();
  await page.getByRole("menuitem", { name: action, exact: true }).click();
  return page.getByRole("dialog");
}

/** Whether a proxy's log would hold an address. */
const tells = (url: string) => /@|%40/.test(url);

test("someone is found among ten thousand and edited, and no address is seen by a URL", async () => {
  const { email } = await makePerson("Rosa Parks");
  const urls: string[] = [];
  const page = await openTable();
  page.on("request", (request) => urls.push(request.url()));
  const row = await find(page, email);
  const dialog = await act(page, row, "Edit");

  await dialog.getByLabel("First name").fill("Rosa Louise");
  await dialog.getByLabel("Phone number").fill("+1 555 010 0199");
  await dialog.getByRole("button", { name: "Save" }).click();
  await page.getByText(/was saved/).waitFor();

  await row.getByText("Rosa Louise", { exact: false }).waitFor();
  expect(urls.filter(tells)).toEqual([]);
  expect(page.url()).not.toContain("rosa");
  await picture(page, "admin-found");
});

test("what a search found is exported and chosen as a whole, and no address is seen by a URL", async () => {
  const sought = "77@example.com";
  const urls: string[] = [];
  const files: string[][] = [];
  const page = await openTable();
  page.on("request", (request) => urls.push(request.url()));
  await page.route("**/v1/admin/users/export*", async (route) => {
    const response = await route.fetch();
    files.push((await response.text()).trim().split(/\r?\n/));
    await route.fulfill({ response });
  });
  await page.getByRole("searchbox").fill(sought);
  await page.getByText(/ of 1\d\d$/).waitFor();
  await page.getByRole("button", { name: "View", exact: true }).click();
  const saves = page.getByRole("button", { name: "Export as CSV" });
  await Promise.all([page.waitForEvent("download"), saves.click()]);
  await page.keyboard.press("Escape");
  await page.getByRole("checkbox", { name: "Select these users" }).check();
  await page.getByRole("button", { name: /^Select all/ }).click();
  await page.getByRole("button", { name: "Disable", exact: true }).click();
  await expect.poll(() => files).toHaveLength(2);

  const [[, ...rows] = [], chosen = []] = files;
  expect(chosen.length).toBeGreaterThanOrEqual(100);
  expect([...rows, ...chosen].filter((line) => !line.includes(sought))).toEqual([]);
  expect(rows).toHaveLength(chosen.length);
  expect(urls.filter(tells)).toEqual([]);
  expect(await violations(page)).toEqual([]);
});

test("two administrators at one user lose nothing, and choose where they meet", async () => {
  const { email } = await makePerson("Mary Jackson");
  const [one, two] = await Promise.all([openTable(), openTable()]);
  const dialogs = [
    await act(one, await find(one, email), "Edit"),
    await act(two, await find(two, email), "Edit"),
  ] as const;

  await dialogs[0].getByLabel("First name").fill("Mary Winston");
  await dialogs[0].getByLabel("Phone number").fill("+1 555 010 0111");
  await dialogs[1].getByLabel("First name").fill("Mary J.");
  await dialogs[1].getByLabel("Last name").fill("Jackson-Levi");
  await dialogs[0].getByRole("button", { name: "Save" }).click();
  await one.getByText(/was saved/).waitFor();
  await dialogs[1].getByRole("button", { name: "Save" }).click();

  const conflict = two.getByRole("group", { name: /First name was changed elsewhere/ });
  await conflict.waitFor();
  await picture(two, "admin-conflict");
  await conflict.getByRole("button", { name: /Take theirs/ }).click();
  await dialogs[1].getByRole("button", { name: "Save" }).click();
  await two.getByText(/was saved/).waitFor();

  const dialog = await act(two, rowOf(two, email), "Edit");
  expect(await dialog.getByLabel("First name").inputValue()).toBe("Mary Winston");
  expect(await dialog.getByLabel("Last name").inputValue()).toBe("Jackson-Levi");
  expect(await dialog.getByLabel("Phone number").inputValue()).toBe("+15550100111");
});

test("a thousand are disabled through a network that fails, and the report is the truth", async () => {
  const page = await openTable("?v=1&created_after=2025-12-01&created_before=2025-12-05");
  const before = await usersNow();
  let calls = 0;
  // Three in ten fail: before the server has heard, after it has done it, and by its own word.
  await page.route("**/v1/admin/users/bulk-disable", async (route) => {
    calls += 1;
    if (calls % 10 === 1) return route.abort();
    if (calls % 10 === 4) return route.fulfill({ status: 503, body: "" });
    if (calls % 10 !== 7) return route.continue();
    await route.fetch();
    return route.abort();
  });

  await page.getByRole("checkbox", { name: "Select these users" }).check();
  await page.getByRole("button", { name: /^Select all/ }).click();
  await page.getByRole("button", { name: "Disable", exact: true }).click();
  const dialog = page.getByRole("dialog");
  const typed = dialog.getByLabel(/^Type .* to confirm/);
  await typed.waitFor();
  const wanted = /[\d,]+/.exec((await dialog.getByText(/^Type .* to confirm/).textContent()) ?? "");
  const count = Number(wanted?.[0].replaceAll(",", ""));
  expect(count).toBeGreaterThanOrEqual(1000);
  await dialog.getByLabel("Reason").fill("They all left");
  await typed.fill(String(count));
  await picture(page, "admin-bulk-preview");
  await dialog.getByRole("button", { name: /^Disable \(/ }).click();

  const report = page.getByRole("button", { name: "Report" });
  const again = page.getByRole("button", { name: /^Go on/ });
  await report.waitFor({ timeout: 45_000 });
  for (let tries = 0; tries < 5 && (await again.count()) > 0; tries += 1) {
    await again.click();
    await report.waitFor({ timeout: 45_000 });
  }
  await picture(page, "admin-bulk-report");
  const [download] = await Promise.all([page.waitForEvent("download"), report.click()]);
  const told = await readFile(await download.path(), "utf8");

  const after = await usersNow();
  const changed = [...after.values()].filter(
    ({ id, disabled }) => disabled && before.get(id)?.disabled === false,
  );
  const done = [...told.matchAll(/^(usr_\w+),.*,disable,done,/gm)].map(([, id]) => id);
  expect(calls).toBeGreaterThan(5);
  expect(done.toSorted()).toEqual(changed.map(({ id }) => id).toSorted());
  expect(done).toHaveLength(count);
  // Each once, however often it was asked for.
  expect(
    changed.filter(({ id, version }) => version !== (before.get(id)?.version ?? 0) + 1),
  ).toEqual([]);
});

test("an administrator acts as someone for a while, is kept from what is not hers, and comes back to the same row", async () => {
  const { email } = await makePerson("Dorothy Vaughan");
  const page = await openTable();
  const dialog = await act(page, await find(page, email), "Act as this user");
  await dialog.getByLabel("Reason").fill("SUP-4711: cannot find her invoices");
  await dialog.getByRole("button", { name: "Act as this user" }).click();

  const banner = page.getByRole("region", { name: "Acting for someone else" });
  await banner.getByText("Acting as Dorothy Vaughan").waitFor();
  await page.getByRole("link", { name: "Profile" }).click();
  await page.getByLabel("Display name").waitFor();
  expect(await page.getByLabel("Display name").inputValue()).toBe("Dorothy Vaughan");
  expect(await page.getByLabel("E-mail address").getAttribute("readonly")).not.toBeNull();
  await picture(page, "admin-impersonating");
  await page.getByRole("link", { name: "Users" }).click();
  await page
    .getByText(/no permission|Not while acting/)
    .first()
    .waitFor();
  expect(
    await page.evaluate(() => JSON.stringify({ ...sessionStorage, ...localStorage })),
  ).not.toContain('"act"');

  await banner.getByRole("button", { name: "Stop" }).click();
  await page.getByText("You are no longer acting as Dorothy Vaughan.").waitFor();
  const focusedRow = () =>
    page.evaluate(() => document.activeElement?.closest("tr")?.textContent ?? "");
  await expect.poll(focusedRow, { timeout: 5000 }).toContain(email);
  await page.getByText("Grace Hopper").first().waitFor();
  const [began] = await eventsOf("user.impersonated");
  const [ended] = await eventsOf("user.impersonation_ended");
  expect(ended?.["resource_id"]).toBe(began?.["resource_id"]);
  expect(began?.["reason"]).toBe("SUP-4711: cannot find her invoices");
});

test("all of it by keyboard: find, open, edit, disable, and the focus is never lost", async () => {
  const { email } = await makePerson("Annie Easley");
  const page = await openTable();
  const press = (...keys: string[]) =>
    keys.reduce((done, key) => done.then(() => page.keyboard.press(key)), Promise.resolve());
  const focused = () =>
    page.evaluate(
      () =>
        document.activeElement?.getAttribute("aria-label") ??
        document.activeElement?.textContent ??
        "",
    );

  await page.getByRole("searchbox").focus();
  await page.keyboard.type(email);
  await press("Enter");
  await page.getByText("1 user", { exact: true }).waitFor();
  const reach = async (name: RegExp) => {
    for (let step = 0; step < 30 && !name.test(await focused()); step += 1) await press("Tab");
    expect(await focused()).toMatch(name);
  };
  await reach(/^Annie Easley/);
  await press("Enter");
  await page.getByRole("dialog").getByRole("tab", { name: "Profile" }).waitFor();
  await press("Escape");
  await expect.poll(focused).toMatch(/^Annie Easley/);

  await reach(/^Actions for/);
  await press("Enter");
  await page.getByRole("menu").waitFor();
  for (let step = 0; step < 12 && !(await focused()).startsWith("Disable"); step += 1)
    await press("ArrowDown");
  await press("Enter");
  await page.getByRole("dialog").waitFor();
  await page.keyboard.type("Left the company");
  await press("Enter");
  await page.getByText("Annie Easley can no longer sign in.", { exact: false }).waitFor();
  await expect.poll(focused).toMatch(/^Actions for|Annie Easley/);
  await rowOf(page, email).getByText("Disabled").waitFor();
  expect(await violations(page)).toEqual([]);
});

test("a member is refused, politely", async () => {
  const { email } = await makePerson();
  const page = await openAs(email, "/users");

  await page.getByText("You have no permission to see users.", { exact: false }).waitFor();
  expect(await page.getByRole("table").count()).toBe(0);
  expect(await violations(page)).toEqual([]);
});
