import { useLocale } from "@hellojohn/react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "./route.js";
import type { Texts } from "./texts.js";

interface Mail {
  id: string;
  to: string;
  subject: string;
  text: string;
  links: string[];
  created_at: string;
}

async function readMail(apiUrl: string): Promise<Mail[]> {
  const headers = { Accept: "application/json" };
  const response = await fetch(`${apiUrl}/dev/mailbox`, { headers });
  const { data } = await response.json();
  return data.slice(0, 10);
}

/** The ten latest mails the server would have sent. Only the demo has this. */
export function Mailbox({ apiUrl, texts }: { apiUrl: string; texts: Texts }) {
  const { locale } = useLocale();
  const { data: mails = [] } = useQuery({
    queryKey: ["mailbox"],
    queryFn: () => readMail(apiUrl),
    refetchInterval: 2000,
  });
  if (mails.length === 0) return <p className="empty">{texts.noMail}</p>;
  return (
    <ul className="mails">
      {mails.map((mail) => (
        <li key={mail.id}>
          <h2>{mail.subject}</h2>
          <p className="meta">
            {texts.to.replace("{address}", mail.to)} ·{" "}
            {new Date(mail.created_at).toLocaleString(locale)}
          </p>
          <p className="text">{mail.text}</p>
          {mail.links.map((link) => (
            <Link key={link} href={link} className="button">
              {texts.open}
            </Link>
          ))}
        </li>
      ))}
    </ul>
  );
}
