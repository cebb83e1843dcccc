"use client";

import { createContext, type ReactElement, type ReactNode, useContext, useMemo } from "react";
import { useHelloJohn, useSession } from "../../react/index.js";
import { type AdminClient, type AdminConnection, createAdminClient } from "./admin-client.js";

const AdminContext = createContext<AdminConnection>({});

export interface AdminProviderProps extends AdminConnection {
  children?: ReactNode;
}

/** Sends what is under it through the app's gateway. `AdminUserTable` brings one when it is given an `adminUrl`. */
export function AdminProvider({ adminUrl, fetch, children }: AdminProviderProps): ReactElement {
  const around = useContext(AdminContext);
  const value = useMemo(
    () => (adminUrl === undefined ? around : { adminUrl, fetch }),
    [adminUrl, fetch, around],
  );
  return <AdminContext.Provider value={value}>{children}</AdminContext.Provider>;
}

/** The administrators' side of the nearest provider's client. */
export function useAdmin(): AdminClient {
  const client = useHelloJohn();
  const connection = useContext(AdminContext);
  const session = useSession();
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- the client reads the session itself
  return useMemo(() => createAdminClient(client, connection), [client, connection, session]);
}
