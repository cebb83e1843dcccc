import type { Logger } from "pino";
import type { Config } from "../config.js";
import type { Database } from "../database/sql.js";
import { type MailWorker, startMailWorker } from "./worker.js";

/** Mail as configured: by SMTP, or, without it, kept in the outbox, where demo mode shows it. */
export async function openMail(
  config: Config,
  database: Database,
  log: Logger,
): Promise<MailWorker> {
  if (config.smtpUrl && !config.demo) {
    const { smtpTransport } = await import("./smtp.js");
    const transport = smtpTransport(config.smtpUrl, config.mailFrom);
    return startMailWorker({ database, transport, log });
  }
  if (!config.demo) log.warn("SMTP_URL is not set: mail stays in the outbox and is not sent");
  return { nudge() {}, async close() {} };
}
