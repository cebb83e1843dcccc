"use client";

import type {
  AuditPage,
  AuditQuery,
  Factor,
  OrganizationPage,
  PageQuery,
  Permissions,
  Session,
  UserDetails,
  UserPage,
  UserQuery,
} from "@hellojohn/contract";
import {
  useInfiniteQuery,
  type UseInfiniteQueryResult,
  useMutation,
  type UseMutationResult,
  useQuery,
  type UseQueryResult,
} from "@tanstack/react-query";
import {
  type ActionInput,
  type ActionName,
  type ActionOptions,
  type ActionReply,
  userActionOptions,
} from "./action-options.js";
import { useAdmin } from "./context.js";
import {
  adminUserOptions,
  auditEventsOptions,
  organizationsOptions,
  permissionsOptions,
  userFactorsOptions,
  userSessionsOptions,
} from "./queries.js";
import { userListOptions, userPagesOptions } from "./user-list.js";

/** One page of users. */
export const useUsers = (query: UserQuery = {}): UseQueryResult<UserPage> =>
  useQuery(userListOptions(useAdmin(), query));

/** Users page after page. */
export const useUserPages = (
  query: UserQuery = {},
): UseInfiniteQueryResult<{ pages: UserPage[] }> =>
  useInfiniteQuery(userPagesOptions(useAdmin(), query));

export const useAdminUser = (id: string): UseQueryResult<UserDetails> =>
  useQuery(adminUserOptions(useAdmin(), id));

/** What the administrator may call. */
export const usePermissions = (): UseQueryResult<Permissions> =>
  useQuery(permissionsOptions(useAdmin()));

export const useUserSessions = (id: string): UseQueryResult<Session[]> =>
  useQuery(userSessionsOptions(useAdmin(), id));

export const useUserFactors = (id: string): UseQueryResult<Factor[]> =>
  useQuery(userFactorsOptions(useAdmin(), id));

/** One page of the audit log. */
export const useAuditEvents = (query: AuditQuery = {}): UseQueryResult<AuditPage> =>
  useQuery(auditEventsOptions(useAdmin(), query));

export const useOrganizations = (query: PageQuery = {}): UseQueryResult<OrganizationPage> =>
  useQuery(organizationsOptions(useAdmin(), query));

/** One thing an administrator does to a user, by its name: `useUserAction("disable").mutate({ id })`. */
export const useUserAction = <Name extends ActionName>(
  name: Name,
): UseMutationResult<ActionReply<Name>, Error, ActionInput<Name> & { options?: ActionOptions }> =>
  useMutation(userActionOptions(useAdmin(), name));
