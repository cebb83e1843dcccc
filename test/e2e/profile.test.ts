import { join } from "node:path";
import { expect, test } from "vitest";
import { makePerson, password, setSessionConfig } from "./api.js";
import { open, openAs, picture, signIn } from "./browser.js";

const face = join(import.meta.dirname, "../../examples/vite/public/icon.svg");

test("a person edits each field of her profile, and it is still there after a reload", async () => {
  const { email } = await makePerson();
  const page = await openAs(email);
  await page.route("https://example.com/**", (route) => route.fulfill({ path: face }));
  const fields = {
    "Display name": "Rosa L. Parks",
    "First name": "Rosa",
    "Last name": "Parks",
    "Phone number": "+14155550123",
    "Picture address": "https://example.com/rosa.svg",
  };

  for (const [label, value] of Object.entries(fields)) await page.getByLabel(label).fill(value);
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByText("Saved", { exact: true }).waitFor();

  await page.getByRole("banner").getByText("Rosa L. Parks").waitFor();
  await page.reload();
  for (const [label, value] of Object.entries(fields))
    await expect.poll(() => page.getByLabel(label).inputValue()).toBe(value);
});

test("a wrong phone number is refused on its field, and what was typed stays", async () => {
  const { email } = await makePerson();
  const page = await openAs(email);

  await page.getByLabel("Phone number").fill("12 34");
  await page.getByRole("button", { name: "Save" }).click();

  const phone = page.getByRole("textbox", { name: "Phone number" });
  await expect.poll(() => phone.getAttribute("aria-invalid")).toBe("true");
  expect(await phone.inputValue()).toBe("12 34");
  await picture(page, "profile-refused");
});

test("an address that belongs to someone else is refused by the server, on its field", async () => {
  const [rosa, other] = [await makePerson(), await makePerson("Other")];
  const page = await openAs(rosa.email);

  await page.getByLabel("E-mail address").fill(other.email.toUpperCase());
  await page.getByRole("button", { name: "Save" }).click();

  await page.getByText("This address is already in use.").first().waitFor();
});

test("a new e-mail address counts once the link in the mailbox is opened", async () => {
  const { email } = await makePerson();
  const next = `new-${email}`;
  const page = await openAs(email);

  await page.getByLabel("E-mail address").fill(next);
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByRole("group", { name: "Confirm your new address" }).waitFor();
  await picture(page, "profile-pending");
  await page.getByRole("link", { name: "Mailbox" }).click();
  const mail = page
    .getByRole("listitem")
    .filter({ hasText: next })
    .filter({ hasText: "Open the link" });
  await mail.first().getByRole("link", { name: "Open the link" }).click();
  await page.getByRole("button", { name: "Confirm this address" }).click();
  await page.getByText(`${next} is yours.`).waitFor();
  await page.getByRole("link", { name: "Back to your profile" }).click();

  await expect.poll(() => page.getByLabel("E-mail address").inputValue()).toBe(next);
  await signIn(await open(), next);
});

test("an old sign-in is asked for the password, and the change goes on with what was typed", async () => {
  const restore = await setSessionConfig({ reauthentication_max_age: 1 });
  const { email } = await makePerson();
  const page = await openAs(email);
  const next = `later-${email}`;
  await page.waitForTimeout(1500);

  await page.getByLabel("E-mail address").fill(next);
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByLabel("Current password").fill(password);
  await page.getByRole("button", { name: "Save" }).click();

  await page.getByRole("group", { name: "Confirm your new address" }).getByText(next).waitFor();
  await restore();
});
