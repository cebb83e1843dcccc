import { pino } from "pino";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { readConfig } from "../../src/config.js";
import type { Database } from "../../src/database/sql.js";
import { openMail } from "../../src/mail/open.js";
import { verifyEmailMail } from "../../src/mail/messages.js";
import { enqueueMail } from "../../src/mail/outbox.js";
import { forEachDatabase, openTestDatabase } from "../support/database.js";
import { startSmtpServer } from "../support/smtp-server.js";

/** A busy machine takes its time. */
const patiently = <T>(look: () => T | Promise<T>) => vi.waitFor(look, { timeout: 20_000 });

const log = pino({ level: "silent" });
const letter = verifyEmailMail({
  appUrl: "https://app.example.com/",
  tenantName: "Acme",
  name: "Ada",
  token: "t0k3n",
});

forEachDatabase((kind) => {
  let database: Database;
  let smtp: Awaited<ReturnType<typeof startSmtpServer>>;

  beforeEach(async () => {
    database = await openTestDatabase(kind);
    smtp = await startSmtpServer();
  });

  afterEach(async () => {
    smtp.close();
    await database.close();
  });

  const startMail = () => openMail(readConfig({ SMTP_URL: smtp.url }), database, log);
  const write = (recipient: string) =>
    database.transaction((sql) => enqueueMail(sql, { tenantId: "tnt_a", recipient, ...letter }));
  const rows = () => database.sql`select recipient, attempts, sent_at is not null as sent,
    body_text <> '' as has_text, last_error, next_attempt_at is null as done from outbox`;

  test("a committed mail leaves at once, with its link, and its text is not kept", async () => {
    const mail = await startMail();

    await write("ada@example.com");
    mail.nudge();

    await patiently(async () => expect(await rows()).toMatchObject([{ sent: true }]));
    expect(smtp.received).toHaveLength(1);
    expect(smtp.received[0]).toMatch(/^To: ada@example\.com\r$/m);
    expect(smtp.received[0]?.replace(/=\r\n/g, "").replace(/=3D/g, "=")).toContain(
      "https://app.example.com/verify-email#token=t0k3n",
    );
    expect(await rows()).toMatchObject([{ attempts: 1, has_text: false, done: true }]);
    await mail.close();
  });

  test("a mail of a transaction that is taken back never leaves", async () => {
    const mail = await startMail();

    await database
      .transaction(async (sql) => {
        await enqueueMail(sql, { tenantId: "tnt_a", recipient: "no@example.com", ...letter });
        throw new Error("taken back");
      })
      .catch(() => {});
    await write("yes@example.com");
    mail.nudge();

    await patiently(() => expect(smtp.received).toHaveLength(1));
    expect(smtp.received[0]).toContain("yes@example.com");
    await mail.close();
  });

  test("a mail that is refused waits and is tried again later", async () => {
    smtp.refuse(1);
    await write("ada@example.com");

    const mail = await startMail();

    await patiently(async () =>
      expect(await rows()).toMatchObject([
        { attempts: 1, sent: false, has_text: true, last_error: expect.stringContaining("451") },
      ]),
    );
    await database.sql`update outbox set next_attempt_at = now()`;
    mail.nudge();
    await patiently(() => expect(smtp.received).toHaveLength(1));
    await mail.close();
  });

  test("three servers on one outbox send each mail once", async () => {
    for (let index = 0; index < 30; index++) await write(`u${index}@example.com`);

    const mails = await Promise.all([startMail(), startMail(), startMail()]);

    await patiently(() => expect(smtp.received.length).toBeGreaterThanOrEqual(30));
    await Promise.all(mails.map((mail) => mail.close()));
    const recipients = smtp.received.map((text) => /^To: (.*)\r$/m.exec(text)?.[1]);
    expect(new Set(recipients).size).toBe(30);
    expect(recipients).toHaveLength(30);
  });
});

test("a name that looks like an address is left out of a mail", () => {
  const to = (name: string) =>
    verifyEmailMail({ appUrl: "https://a.example", tenantName: "Acme", name, token: "t" }).text;

  expect(to("Ada")).toMatch(/^Hello Ada,/);
  for (const name of ["win at https://evil.example", "evil.example", "a@evil"])
    expect(to(name)).toMatch(/^Hello,/);
});
