"use client";

import { hashKey } from "@tanstack/react-query";
import { type ReactElement, useMemo } from "react";
import { SignedOut, Skeleton } from "../../components/feedback.js";
import { useSession } from "../../react/index.js";
import { UserDialogs } from "../dialogs.js";
import { ImpersonationContext, type ImpersonationGrant } from "../impersonation/context.js";
import type { AdminConnection } from "../react/admin-client.js";
import { AdminProvider, useAdmin } from "../react/context.js";
import { TableFrame } from "./table-frame.js";
import type { UserTableOptions } from "./use-user-table.js";

export interface AdminUserTableProps extends AdminConnection, UserTableOptions {
  /** Takes leave to act as a user, for an app without an `ImpersonationProvider`. */
  onImpersonate?: ((grant: ImpersonationGrant) => void) | undefined;
}

/** Everything of one administrator goes when another one comes. */
function TableOfOne(options: UserTableOptions): ReactElement {
  const { branch, enabled } = useAdmin();
  const { status } = useSession();
  if (enabled) return <TableFrame key={hashKey(branch)} {...options} />;
  return status === "signed-out" ? <SignedOut /> : <Skeleton rows={8} />;
}

/** The tenant's users, to find, see and act upon. */
export function AdminUserTable(props: AdminUserTableProps): ReactElement {
  const { adminUrl, fetch, onImpersonate, ...options } = props;
  const taker = useMemo(
    () => onImpersonate && { active: false, start: onImpersonate, stop: async () => {} },
    [onImpersonate],
  );
  const table = (
    <UserDialogs>
      <TableOfOne {...options} />
    </UserDialogs>
  );
  return (
    <AdminProvider adminUrl={adminUrl} fetch={fetch}>
      {taker ? (
        <ImpersonationContext.Provider value={taker}>{table}</ImpersonationContext.Provider>
      ) : (
        table
      )}
    </AdminProvider>
  );
}
