import type { Page } from "playwright-core";
import { expect, inject, test } from "vitest";
import { makePerson } from "./api.js";
import { open, openAs, picture, violations } from "./browser.js";

const phone = { viewport: { width: 360, height: 740 } };
const pages = ["profile", "password", "preferences", "devices", "mailbox"];

const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

test.for([
  ["wide-light", {}],
  ["wide-dark", { colorScheme: "dark" as const }],
  ["phone-light", phone],
  ["phone-dark", { ...phone, colorScheme: "dark" as const }],
] as const)(
  "nothing is wider than the window, and axe finds nothing: %s",
  async ([name, options]) => {
    const { email } = await makePerson();
    const signedOut = await open("/", options);
    await signedOut.getByRole("heading", { name: "Sign in" }).waitFor();
    expect(await overflow(signedOut)).toBe(0);
    expect(await violations(signedOut)).toEqual([]);
    await picture(signedOut, `${name}-sign-in`);

    const page = await openAs(email, "/", options);
    for (const path of pages) {
      await page.getByRole("navigation").locator(`a[href="/${path}"]`).click();
      await page.waitForLoadState("networkidle");
      await picture(page, `${name}-${path}`);
      expect(await overflow(page), path).toBe(0);
      expect(await violations(page), path).toEqual([]);
    }
  },
);

test("the page forbids what it does not need", async () => {
  const { appUrl } = inject("demo");

  const answer = await fetch(appUrl);

  const policy = answer.headers.get("content-security-policy") ?? "";
  expect(policy).toContain("script-src 'self'");
  expect(policy).not.toContain("unsafe");
});
