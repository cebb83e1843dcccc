import { createTransport } from "nodemailer";
import type { Transport } from "./worker.js";

/** Mail by SMTP. A second delivery of the same mail carries the same Message-ID, by which readers fold it. */
export function smtpTransport(smtpUrl: string, from: string): Transport {
  const transport = createTransport(smtpUrl, { from });
  const domain = from.match(/@([^\s>]+)/)?.[1] ?? "localhost";
  return {
    async send({ id, recipient, subject, body_text: text }) {
      const to = { name: "", address: recipient };
      await transport.sendMail({ to, subject, text, messageId: `<${id}@${domain}>` });
    },
    close: () => transport.close(),
  };
}
