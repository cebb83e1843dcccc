import { HelloJohnProvider, ImpersonationProvider, useSession, useUser } from "@hellojohn/react";
import type { HelloJohnClient } from "@hellojohn/react/client";
import { es } from "@hellojohn/react/locales/es";
import { type QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { Account } from "./account.js";
import type { Config } from "./config.js";
import { usePath } from "./route.js";
import { SignIn } from "./sign-in.js";
import { ForgotPassword, ResetPassword, SignUp } from "./signed-out.js";
import { Support } from "./support.js";
import { type Language, languages } from "./texts.js";

interface Props {
  config: Config;
  client: HelloJohnClient;
  cache: QueryClient;
}

export function App({ config, client, cache }: Props) {
  const [language, setLanguage] = useState<Language>("en");
  const spanish = language === "es" && { messages: es };
  return (
    <QueryClientProvider client={cache}>
      <HelloJohnProvider client={client} locale={language} {...spanish}>
        <ImpersonationProvider>
          <Preferences onLanguage={setLanguage} />
          <Page config={config} texts={languages[language]} />
        </ImpersonationProvider>
      </HelloJohnProvider>
    </QueryClientProvider>
  );
}

/** What a person chose follows her: the page takes her language and her colours. */
function Preferences({ onLanguage }: { onLanguage: (language: Language) => void }) {
  const { theme, language } = useUser().user?.publicMetadata ?? {};
  useEffect(() => {
    const chosen = language === "es" ? "es" : "en";
    document.documentElement.lang = chosen;
    onLanguage(chosen);
  }, [language, onLanguage]);
  useEffect(() => {
    document.documentElement.dataset["theme"] = theme === "light" || theme === "dark" ? theme : "";
  }, [theme]);
  return null;
}

function Page({ config, texts }: { config: Config; texts: (typeof languages)[Language] }) {
  const session = useSession();
  const path = usePath();
  if (path === "/reset-password" || path === "/accept-invitation") return <ResetPassword />;
  if (path === "/support") return <Support />;
  if (session.status === "loading") return null;
  if (session.status === "signed-in") return <Account config={config} texts={texts} path={path} />;
  if (path === "/sign-up") return <SignUp />;
  if (path === "/forgot-password") return <ForgotPassword />;
  return <SignIn people={config.people} reason={session.reason} />;
}
