import type { Logger } from "pino";
import type { Database } from "../database/sql.js";
import { claimMails, type ClaimedMail, markFailed, markSent } from "./claims.js";

/** The part of the mail service that the API sees. */
export interface Mail {
  /** Says that a mail was committed, so that it leaves now rather than at the next look. */
  nudge(): void;
}

/** Hands one mail to the world, or throws. */
export interface Transport {
  send(mail: ClaimedMail): Promise<void>;
  close(): void;
}

export interface MailWorker extends Mail {
  /** Finishes the mail that is on its way and takes no more. */
  close(): Promise<void>;
}

interface WorkerOptions {
  database: Database;
  transport: Transport;
  log: Logger;
  /** How often to look for mail that another server wrote or that failed before. */
  pollMs?: number;
}

/** Sends what the outbox holds, each at least once. Any number of servers may share one outbox. */
export function startMailWorker(options: WorkerOptions): MailWorker {
  const { database, transport, log, pollMs = 5000 } = options;
  let closed = false;
  let again = false;
  let running: Promise<void> | undefined;

  async function deliver(mail: ClaimedMail): Promise<void> {
    try {
      await transport.send(mail);
      await markSent(database.sql, mail);
    } catch (error) {
      log.warn({ err: error, mail: mail.id, attempts: mail.attempts }, "mail not sent");
      await markFailed(database.sql, mail, error);
    }
  }

  async function drain(): Promise<void> {
    do {
      again = false;
      for (const mail of await claimMails(database.sql)) {
        if (closed) return;
        await deliver(mail);
        again = true;
      }
    } while (again);
  }

  function nudge(): void {
    again = true;
    if (running || closed) return;
    running = drain()
      .catch((error: unknown) => log.error({ err: error }, "outbox not read"))
      .finally(() => {
        running = undefined;
      });
  }

  const timer = setInterval(nudge, pollMs);
  timer.unref();
  nudge();
  return {
    nudge,
    async close() {
      closed = true;
      clearInterval(timer);
      await running;
      transport.close();
    },
  };
}
