import type {
  AuditPage,
  AuditQuery,
  Factor,
  OrganizationPage,
  PageQuery,
  Permissions,
  Session,
  UserDetails,
} from "@hellojohn/contract";
import { adminEndpoints as rows } from "@hellojohn/contract/admin-endpoints";
import type { DataTag } from "@tanstack/react-query";
import type { ReadOptions } from "../../client/index.js";
import { differs, type ReadOf } from "../../react/index.js";
import type { AdminClient } from "./admin-client.js";
import { adminKeys as keys } from "./keys.js";

function read<T>(
  { enabled }: AdminClient,
  queryKey: readonly unknown[],
  get: (options: ReadOptions) => Promise<T>,
): ReadOf<T> {
  return {
    queryKey: queryKey as DataTag<readonly unknown[], T, Error>,
    queryFn: ({ signal }) => get({ signal }),
    enabled,
    staleTime: 30_000,
    structuralSharing: (old, next) => (differs(old, next) ? next : old),
    // The client has tried again already, and says when there is no network.
    retry: false,
    networkMode: "always",
  };
}

/** What the administrator may call. */
export const permissionsOptions = (admin: AdminClient): ReadOf<Permissions> =>
  read(admin, keys.permissions(admin), (options) => admin.call(rows.getPermissions, options));

/** One user with her factors, connections and organizations; masked, she is kept apart. */
export const adminUserOptions = (
  admin: AdminClient,
  id: string,
  masked?: boolean,
): ReadOf<UserDetails> =>
  read(admin, [...keys.user(admin, id), ...(masked ? ["masked"] : [])], (options) =>
    admin.call(rows.getUser, {
      ...options,
      params: { id },
      query: {
        include: "factors,connections,organizations,restrictions",
        ...(masked && { masked }),
      },
    }),
  );

export const userSessionsOptions = (admin: AdminClient, id: string): ReadOf<Session[]> =>
  read(admin, keys.userSessions(admin, id), async (options) => {
    const { data } = await admin.call(rows.listUserSessions, { ...options, params: { id } });
    return data;
  });

export const userFactorsOptions = (admin: AdminClient, id: string): ReadOf<Factor[]> =>
  read(admin, keys.userFactors(admin, id), async (options) => {
    const { data } = await admin.call(rows.listUserFactors, { ...options, params: { id } });
    return data;
  });

/** One page of the log, the newest first. */
export const auditEventsOptions = (admin: AdminClient, query: AuditQuery = {}): ReadOf<AuditPage> =>
  read(admin, keys.auditEvents(admin, query), (options) =>
    admin.call(rows.listAuditEvents, { ...options, query }),
  );

export const organizationsOptions = (
  admin: AdminClient,
  query: PageQuery = {},
): ReadOf<OrganizationPage> =>
  read(admin, keys.organizations(admin, query), (options) =>
    admin.call(rows.listOrganizations, { ...options, query }),
  );
