import { expect, inject, test } from "vitest";
import { makePerson, password } from "./api.js";
import { open, openAs, picture, signIn } from "./browser.js";

const { demo } = inject("demo");

test("a demo person is one click and one button away", async () => {
  const page = await open();
  await picture(page, "sign-in");

  await page.getByRole("button", { name: "ada@example.com" }).click();
  await page.getByRole("button", { name: "Sign in", exact: true }).click();

  await page.getByRole("banner").getByText("Ada Lovelace").waitFor();
  expect(demo.users.map(({ role }) => role)).toContain("admin");
});

test("a wrong password is told, and the right one then works", async () => {
  const { email } = await makePerson();
  const page = await open();

  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password", { exact: true }).fill("not-the-password");
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.getByText("E-mail or password is wrong.").waitFor();

  await signIn(page, email);
});

test("signing in and saving a name needs no mouse", async () => {
  const { email } = await makePerson();
  const page = await open();
  const { keyboard } = page;
  const tabTo = async (label: string) => {
    const target = page.getByLabel(label, { exact: true });
    for (let i = 0; i < 30; i++) {
      if (await target.evaluate((it) => it === document.activeElement)) return;
      await keyboard.press("Tab");
    }
    throw new Error(`Tab never reached ${label}`);
  };

  await tabTo("E-mail address");
  await keyboard.type(email);
  await tabTo("Password");
  await keyboard.type(password);
  await keyboard.press("Enter");
  await page.getByLabel("Display name").waitFor();
  await tabTo("Display name");
  await keyboard.press("ControlOrMeta+a");
  await keyboard.type("Rosa by keyboard");
  await keyboard.press("Enter");

  await page.getByRole("banner").getByText("Rosa by keyboard").waitFor();
});

test("a person changes her password: a wrong one is told apart, the new one signs in", async () => {
  const { email } = await makePerson();
  const page = await openAs(email, "/password");
  const change = page.getByRole("button", { name: "Change password" });
  const secret = "an-even-longer-strange-sentence";

  await page.getByLabel("Current password").fill("wrong-wrong-wrong");
  await page.getByLabel("New password").fill(secret);
  await change.click();
  await page.getByText("That is not your current password.").first().waitFor();
  await picture(page, "password-refused");
  await page.getByLabel("Current password").fill(password);
  await change.click();

  await page.getByText("Password changed", { exact: false }).waitFor();
  await signIn(await open(), email, secret);
});

test("preferences change the page at once and come back with the person", async () => {
  const { email } = await makePerson();
  const page = await openAs(email, "/preferences");

  await page.getByLabel("Appearance").selectOption("dark");
  await page.getByLabel("Language").selectOption("es");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByRole("heading", { name: "Preferencias" }).waitFor();

  expect(await page.locator("html").getAttribute("data-theme")).toBe("dark");
  await picture(page, "preferences-dark-spanish");
  const elsewhere = await open("/preferences");
  await elsewhere.getByLabel("E-mail address").fill(email);
  await elsewhere.getByLabel("Password", { exact: true }).fill(password);
  await elsewhere.getByRole("button", { name: "Sign in", exact: true }).click();
  await elsewhere.getByRole("heading", { name: "Preferencias" }).waitFor();
});

test("a forgotten password is replaced through the mailbox", async () => {
  const { email } = await makePerson();
  const secret = "remembered-from-now-on-9";
  const page = await open("/forgot-password");

  await page.getByLabel("E-mail address").fill(email);
  await page.getByRole("button", { name: "Send a link" }).click();
  await page.getByText("a link is on its way").waitFor();
  const mails = await page.evaluate(async (url) => {
    const answer = await fetch(`${url}/dev/mailbox`, { headers: { Accept: "application/json" } });
    return answer.json();
  }, inject("demo").apiUrl);
  const reset = mails.data.find(
    (mail: { to: string; links: string[] }) =>
      mail.to === email && mail.links[0]?.includes("/reset-password"),
  );
  await page.goto(reset.links[0]);
  await page.getByLabel("New password").fill(secret);
  await page.getByRole("button", { name: "Set password" }).click();

  await signIn(page, email, secret);
});
