import { Hono } from "hono";
import { html } from "hono/html";
import type { Database, Sql } from "../database/sql.js";
import { mailboxStyle } from "./mailbox-style.js";

interface ShownMail {
  id: string;
  to: string;
  subject: string;
  text: string;
  links: string[];
  created_at: Date;
}

const newestMails = (sql: Sql): Promise<ShownMail[]> => sql<ShownMail>`
  select id, recipient as to, subject, body_text as text, links, created_at
  from outbox order by created_at desc, id desc limit 100`;

const labels: readonly [string, string][] = [
  ["/reset-password#", "Set a new password"],
  ["/accept-invitation#", "Accept the invitation"],
  ["/verify-email#", "Confirm the address"],
];

const label = (link: string): string =>
  labels.find(([part]) => link.includes(part))?.[1] ?? "Open the app";

const article = (mail: ShownMail) =>
  html` <article>
    <header>
      <h2>${mail.subject}</h2>
      <p>
        To <b>${mail.to}</b>
        <time datetime="${mail.created_at.toISOString()}">${mail.created_at.toUTCString()}</time>
      </p>
    </header>
    ${mail.links.map((link) => html`<p><a class="button" href="${link}">${label(link)}</a></p>`)}
    <pre>${mail.text}</pre>
  </article>`;

const page = (mails: ShownMail[]) =>
  html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta http-equiv="refresh" content="5" />
        <title>Mailbox</title>
        <style>
          ${mailboxStyle}
        </style>
      </head>
      <body>
        <main>
          <h1>Mailbox</h1>
          <p class="hint">Every mail the demo would have sent, newest first.</p>
          ${mails.length > 0 ? mails.map(article) : html`<p class="empty">No mail yet.</p>`}
        </main>
      </body>
    </html>`;

const policy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";

/** The mail of the demo, as a page and as JSON. It holds working tokens, so nothing but demo mode mounts it. */
export function mailbox(database: Database): Hono {
  return new Hono().get("/dev/mailbox", async (c) => {
    const mails = await newestMails(database.sql);
    c.header("Cache-Control", "no-store");
    c.header("Vary", "Accept", { append: true });
    if (c.req.header("Accept")?.includes("application/json")) return c.json({ data: mails });
    c.header("Content-Security-Policy", policy);
    return c.html(page(mails));
  });
}
