"use client";

import { hashKey } from "@tanstack/react-query";
import { type ReactElement, useMemo } from "react";
import { SignedOut, Skeleton } from "../../components/feedback.js";
import { useSession } from "../../react/index.js";
import { UserDialogs } from "../dialogs.js";
import {
  ImpersonationContext,
  type ImpersonationGrant,
  useImpersonation,
} from "../impersonation/context.js";
import type { AdminConnection } from "../react/admin-client.js";
import { AdminProvider, useAdmin } from "../react/context.js";
import { TableBar } from "./table-bar.js";
import { type UserTableOptions, UserTableContext, useUserTable } from "./use-user-table.js";
import { UserPager } from "./user-pager.js";
import { UserTable } from "./user-table.js";

export interface AdminUserTableProps extends AdminConnection, UserTableOptions {
  /** Takes leave to act as a user, for an app without an `ImpersonationProvider`. */
  onImpersonate?: ((grant: ImpersonationGrant) => void) | undefined;
}

/** The whole table: what finds users, their rows, and what is told of them. */
function TableFrame(options: UserTableOptions): ReactElement {
  const table = useUserTable(options);
  const { texts, total, error } = table;
  const code = (error as { code?: string } | null)?.code;
  if (code === "insufficient_permissions" && total === undefined)
    return <p data-hj="signed-out">{texts.refused}</p>;

  return (
    <UserTableContext.Provider value={table}>
      <section data-hj="admin-user-table" aria-label={texts.title}>
        <TableBar />
        <UserTable />
        {!!total && <UserPager />}
      </section>
    </UserTableContext.Provider>
  );
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
  const around = useImpersonation();
  const taker = useMemo(
    () => (onImpersonate ? { ...around, start: onImpersonate } : around),
    [onImpersonate, around],
  );
  return (
    <AdminProvider adminUrl={adminUrl} fetch={fetch}>
      <ImpersonationContext.Provider value={taker}>
        <UserDialogs>
          <TableOfOne {...options} />
        </UserDialogs>
      </ImpersonationContext.Provider>
    </AdminProvider>
  );
}
