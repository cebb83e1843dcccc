"use client";

import { type ReactElement, type ReactNode, useEffect, useMemo, useState } from "react";
import type { HelloJohnClient } from "../../client/index.js";
import { HelloJohnProvider, useHelloJohnContext } from "../../react/index.js";
import { ImpersonationBanner } from "./banner.js";
import {
  ImpersonationContext,
  type Impersonating,
  type ImpersonationEnd,
  type ImpersonationGrant,
} from "./context.js";
import { focusRowOf } from "./focus-row.js";

export interface ImpersonationProviderProps {
  /** What a reason must look like, such as `/^SUP-\d+$/`; `reasonHint` says so in words. */
  reasonPattern?: RegExp | undefined;
  reasonHint?: string | undefined;
  /** `false` where the app places its own `ImpersonationBanner`. */
  banner?: boolean | undefined;
  children?: ReactNode;
}

type Acting = Omit<ImpersonationGrant, "token"> & { client: HelloJohnClient };

/** Lets what is under it act as another user for a while. The token lives in memory and ends with the page. */
export function ImpersonationProvider(props: ImpersonationProviderProps): ReactElement {
  const { reasonPattern, reasonHint, banner = true, children } = props;
  const own = useHelloJohnContext();
  const [acting, setActing] = useState<Acting>();
  const [ended, setEnded] = useState<Impersonating["ended"]>();

  useEffect(() => {
    if (!acting) return;
    const { client, user, expiresAt } = acting;
    let why: ImpersonationEnd = "signed_out";
    const forget = client.session.subscribe(() => {
      const session = client.session.get();
      if (session.status !== "signed-out") return;
      setEnded({ user, why: why === "signed_out" ? (session.reason ?? why) : why });
      setActing(undefined);
    });
    const timer = setTimeout(() => {
      why = "session_expired";
      void client.signOut();
    }, expiresAt.getTime() - Date.now());
    return () => {
      forget();
      clearTimeout(timer);
    };
  }, [acting]);

  // Back at the row from which it began, as soon as that is on the page again.
  useEffect(() => (ended ? focusRowOf(ended.user.id) : undefined), [ended]);

  const value = useMemo<Impersonating>(() => {
    const { client, ...told } = { ...acting };
    return {
      ...told,
      active: acting !== undefined,
      ...(ended && { ended }),
      ...{ reasonPattern, reasonHint },
      start({ token, ...grant }) {
        setEnded(undefined);
        setActing({ ...grant, client: own.client.actAs(token) });
      },
      stop: async () => client?.signOut(),
    };
  }, [acting, ended, own.client, reasonPattern, reasonHint]);

  return (
    <ImpersonationContext.Provider value={value}>
      {/* The same tree for both, so that the administrator finds everything as she left it. */}
      <HelloJohnProvider
        client={acting?.client ?? own.client}
        locale={own.locale}
        messages={own.messages}
        initialUser={acting ? undefined : own.initialUser}
      >
        {banner && <ImpersonationBanner />}
        {children}
      </HelloJohnProvider>
    </ImpersonationContext.Provider>
  );
}
