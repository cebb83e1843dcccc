"use client";

import type { ReactElement } from "react";
import { UserDialogs } from "../dialogs.js";
import { type AdminConnection } from "../react/admin-client.js";
import { AdminProvider } from "../react/context.js";

export interface AdminUserTableProps extends AdminConnection {}

/** The tenant's users, to find, see and act upon. */
export function AdminUserTable({ adminUrl, fetch }: AdminUserTableProps): ReactElement {
  return (
    <AdminProvider adminUrl={adminUrl} fetch={fetch}>
      <UserDialogs>
        <p>…</p>
      </UserDialogs>
    </AdminProvider>
  );
}
