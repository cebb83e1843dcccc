import { expect, inject, test } from "vitest";
import { eventsOf } from "./admin-api.js";
import { makePerson } from "./api.js";
import { open, picture, violations } from "./browser.js";

const { demo } = inject("demo");

test("support without an account looks after users through the app's own server, which keeps the key", async () => {
  const { email } = await makePerson("Christine Darden");
  const page = await open("/support");
  const told: string[] = [];
  const reading: Promise<void>[] = [];
  page.on("response", (response) => {
    if (!response.url().includes("/api/hellojohn/")) return;
    const { authorization = "" } = response.request().headers();
    told.push(authorization, JSON.stringify(response.headers()));
    reading.push(response.text().then((text) => void told.push(text)));
  });
  await page.getByText("You have no permission to see users.", { exact: false }).waitFor();

  await page.getByRole("button", { name: "Come in as support" }).click();
  await page.getByRole("searchbox").fill("Christine Darden");
  await page.getByText("1 user", { exact: true }).waitFor();
  const row = page.getByRole("row").filter({ hasText: "Christine Darden" });
  expect(await row.textContent()).not.toContain(email);
  await picture(page, "support-masked");
  await row.getByRole("button", { name: /^Show the address of/ }).click();
  await row.getByText(email).waitFor();
  const revealed = await eventsOf("user.revealed");
  expect(revealed[0]).toMatchObject({ actor_type: "api_key", changed_fields: ["email"] });

  await row.getByRole("button", { name: /^Actions for/ }).click();
  const closed = page.getByRole("menuitem", { name: /^Delete/ });
  await expect.poll(() => closed.getAttribute("aria-disabled")).toBe("true");
  await page.getByRole("menuitem", { name: "Disable", exact: true }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Disable" }).click();
  await row.getByText("Disabled").waitFor();

  await Promise.all(reading);
  expect(told.length).toBeGreaterThan(5);
  expect(told.filter((text) => text.includes(demo.secret_key) || text.includes("sk_"))).toEqual([]);
  expect(told.filter((text) => text.includes("private_metadata"))).toEqual([]);
  expect(await violations(page)).toEqual([]);
});

test("another site's page, and a form, get nothing through the gateway", async () => {
  const page = await open("/support");
  await page.getByRole("button", { name: "Come in as support" }).click();
  await page.getByRole("row").nth(2).waitFor();

  const statuses = await page.evaluate(async () => {
    const ask = async (path: string, init?: RequestInit) => (await fetch(path, init)).status;
    return [
      await ask("/api/hellojohn/v1/users"),
      await ask("/api/hellojohn/v1/users", { headers: { "X-HelloJohn-Gateway": "1" } }),
      await ask("/api/hellojohn/v1/users/%2e%2e%2fsessions", {
        headers: { "X-HelloJohn-Gateway": "1" },
      }),
      await ask("/api/hellojohn/v1/audit-logs", {
        method: "POST",
        headers: { "X-HelloJohn-Gateway": "1", "Content-Type": "application/json" },
        body: "{}",
      }),
    ];
  });

  expect(statuses).toEqual([403, 200, 404, 404]);
});
