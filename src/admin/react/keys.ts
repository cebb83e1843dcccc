import type { AuditQuery, PageQuery, UserQuery } from "@hellojohn/contract";
import type { AdminClient } from "./admin-client.js";

type Branch = Pick<AdminClient, "branch">;

/** The keys under which an administrator's answers are cached. */
export const adminKeys = {
  permissions: ({ branch }: Branch) => [...branch, "permissions"] as const,
  users: ({ branch }: Branch) => [...branch, "users"] as const,
  userList: (admin: Branch, query: UserQuery) =>
    [...adminKeys.users(admin), "list", query] as const,
  userPages: (admin: Branch, query: UserQuery) =>
    [...adminKeys.users(admin), "pages", query] as const,
  everyUser: ({ branch }: Branch) => [...branch, "user"] as const,
  user: (admin: Branch, id: string) => [...adminKeys.everyUser(admin), id] as const,
  userSessions: (admin: Branch, id: string) => [...adminKeys.user(admin, id), "sessions"] as const,
  userFactors: (admin: Branch, id: string) => [...adminKeys.user(admin, id), "factors"] as const,
  auditEvents: (admin: Branch, query: AuditQuery) =>
    [...admin.branch, "audit-events", query] as const,
  organizations: (admin: Branch, query: PageQuery) =>
    [...admin.branch, "organizations", query] as const,
};
