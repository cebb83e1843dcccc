import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, inject } from "vitest";
import { findChromium } from "../support/chromium.js";
import { password } from "./api.js";

const { appUrl } = inject("demo");
const pictures = join(import.meta.dirname, "screenshots");

let browser: Browser;
let complaints: string[] = [];

beforeAll(async () => {
  browser = await chromium.launch(await findChromium());
});

afterAll(() => browser.close());

afterEach(async () => {
  const said = complaints;
  complaints = [];
  await Promise.all(browser.contexts().map((context) => context.close()));
  if (said.length > 0) throw new Error(`The page complained on its console:\n${said.join("\n")}`);
});

/** What became of a call is logged by the browser itself, and is no fault of the page. */
const isAnswer = (text: string) =>
  /^Failed to load resource: (the server responded|net::ERR_)/.test(text);

/** Opens a page in the context given, or in a new browser context with cookies and storage of its own. */
export async function open(path = "/", options: BrowserContextOptions | Page = {}): Promise<Page> {
  const context = "context" in options ? options.context() : await browser.newContext(options);
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (message) => {
    const isBad = message.type() === "error" || message.type() === "warning";
    if (isBad && !isAnswer(message.text())) complaints.push(message.text());
  });
  await page.goto(appUrl + path);
  return page;
}

export async function signIn(page: Page, email: string, secret = password): Promise<void> {
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(secret);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.getByRole("button", { name: "Sign out", exact: true }).waitFor();
}

/** A new browser in which this person is signed in, on this page. */
export async function openAs(
  email: string,
  path = "/",
  options: BrowserContextOptions = {},
): Promise<Page> {
  const page = await open(path, options);
  await signIn(page, email);
  return page;
}

/** Kept for people to look at; nothing compares them. */
export async function picture(page: Page, name: string): Promise<void> {
  mkdirSync(pictures, { recursive: true });
  await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true });
}

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What axe finds wrong with the page as it stands. */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { axe } = window as unknown as { axe: typeof import("axe-core") };
    const { violations } = await axe.run();
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
  });
}
