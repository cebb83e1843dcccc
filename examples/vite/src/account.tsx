import {
  AdminUserTable,
  browserTableState,
  PasswordForm,
  ProfileForm,
  SessionList,
  useSession,
  useUser,
} from "@hellojohn/react";
import type { ReactElement } from "react";
import type { Config } from "./config.js";
import { Mailbox } from "./mailbox.js";
import { Preferences } from "./preferences.js";
import { Link } from "./route.js";
import type { Texts } from "./texts.js";
import { VerifyEmail } from "./verify-email.js";

const pages = ["profile", "password", "preferences", "devices", "users", "mailbox"] as const;

const tableState = browserTableState();

interface Props {
  config: Config;
  texts: Texts;
  path: string;
}

/** The signed-in person's settings: a page for each concern. */
export function Account({ config, texts, path }: Props) {
  if (path === "/verify-email") return <VerifyEmail />;
  const page = pages.find((it) => path === `/${it}`) ?? "profile";
  const content: Record<typeof page, ReactElement> = {
    profile: <ProfileForm />,
    password: <PasswordForm />,
    preferences: <Preferences texts={texts} />,
    devices: <SessionList />,
    // What the server refuses a member, the table says in words.
    users: <AdminUserTable state={tableState} storageKey="acme-users" />,
    mailbox: <Mailbox apiUrl={config.apiUrl} texts={texts} />,
  };
  return (
    <>
      <Header texts={texts} />
      <div className="columns" data-page={page}>
        <nav aria-label={texts.account}>
          {pages.map((it) => (
            <Link key={it} href={`/${it}`} aria-current={it === page ? "page" : undefined}>
              {texts[it]}
            </Link>
          ))}
        </nav>
        <main>
          <h1>{texts[page]}</h1>
          <p className="lead">{texts[`${page}Text`]}</p>
          <section className={page === "users" ? "wide" : "card"} key={page}>
            {content[page]}
          </section>
        </main>
      </div>
    </>
  );
}

/** A name saved in the form shows here at once: both read the same cache. */
function Header({ texts }: { texts: Texts }) {
  const { user } = useUser();
  const { signOut } = useSession();
  const name = user?.name || user?.email || "";
  return (
    <header>
      <Link href="/" className="brand">
        <img src="/icon.svg" alt="" width="28" height="28" /> Acme
      </Link>
      <div className="who">
        <Avatar name={name} url={user?.avatarUrl} />
        <span className="name">{name}</span>
        <button type="button" onClick={() => void signOut()}>
          {texts.signOut}
        </button>
      </div>
    </header>
  );
}

function Avatar({ name, url }: { name: string; url: string | null | undefined }) {
  if (url) return <img className="avatar" src={url} alt="" />;
  const initials = name
    .split(/\s+/)
    .map((word) => word[0])
    .slice(0, 2)
    .join("");
  return (
    <span className="avatar" aria-hidden>
      {initials.toUpperCase()}
    </span>
  );
}
