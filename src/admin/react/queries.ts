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
import type { ReadOptions } from "../../client/index.js";
import { type ReadOf, readOf } from "../../react/index.js";
import type { AdminClient } from "./admin-client.js";
import { adminKeys as keys } from "./keys.js";

const read = <T>(
  { enabled }: AdminClient,
  key: readonly unknown[],
  get: (options: ReadOptions) => Promise<T>,
): ReadOf<T> => readOf(enabled, 30_000, key, get);

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
