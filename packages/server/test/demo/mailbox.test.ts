import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "../../src/database/sql.js";
import { mailbox } from "../../src/demo/mailbox.js";
import { demo, demoKeys } from "../../src/demo/people.js";
import { holdsDemoKeys, seedDemo } from "../../src/demo/seed.js";
import { enqueueMail } from "../../src/mail/outbox.js";
import { findKey } from "../../src/store/api-keys.js";
import { openTestDatabase } from "../support/database.js";

let database: Database;

beforeAll(async () => {
  database = await openTestDatabase("pglite");
});

afterAll(() => database.close());

test("the demo is put in once, and a store that holds it is known", async () => {
  expect(await holdsDemoKeys(database.sql)).toBe(false);

  await seedDemo(database);
  const again = await seedDemo(database);

  expect(again).toEqual(demo);
  expect(await holdsDemoKeys(database.sql)).toBe(true);
  expect(await findKey(database.sql, "secret", demoKeys.secret)).toMatchObject({ scopes: ["*"] });
  expect(await database.sql`select email, role, status from users order by email`).toEqual([
    { email: "ada@example.com", role: "member", status: "active" },
    { email: "grace@example.com", role: "admin", status: "active" },
    { email: "katherine@example.com", role: "member", status: "active" },
  ]);
  expect(await database.sql`select count(*) as many from audit_events`).toEqual([{ many: 3 }]);
});

test("the mailbox shows the newest mail first, as a page in which nothing of a mail is markup", async () => {
  const app = mailbox(database);
  const base = { tenantId: "tnt_demo", kind: "verify_email", recipient: "ada@example.com" };
  const link = "http://localhost:5173/verify-email#token=abc";
  await enqueueMail(database.sql, {
    ...base,
    subject: "Older",
    text: "first",
    links: [],
    createdAt: new Date("2026-01-01T00:00:00Z"),
  });
  await enqueueMail(database.sql, {
    ...base,
    subject: "<script>alert(1)</script>",
    text: "</pre><b>bold</b>",
    links: [link],
    createdAt: new Date("2026-01-02T00:00:00Z"),
  });

  const json = await app.request("/dev/mailbox", { headers: { Accept: "application/json" } });
  const page = await app.request("/dev/mailbox", { headers: { Accept: "text/html" } });

  const { data } = await json.json();
  expect(data.map((mail: { subject: string }) => mail.subject)).toEqual([
    "<script>alert(1)</script>",
    "Older",
  ]);
  expect(data[0]).toMatchObject({
    to: "ada@example.com",
    text: "</pre><b>bold</b>",
    links: [link],
    created_at: "2026-01-02T00:00:00.000Z",
  });
  const text = await page.text();
  expect(text).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
  expect(text).not.toMatch(/<script|<b>bold/);
  expect(text).toContain(`href="${link}"`);
  expect(page.headers.get("Content-Security-Policy")).toContain("default-src 'none'");
});
