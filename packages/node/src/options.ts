import type { AuditQuery, UserQuery } from "@hellojohn/contract";

export interface ReadOptions {
  signal?: AbortSignal | undefined;
}

export interface ActOptions extends ReadOptions {
  /** Makes calls of one intention happen once, however often they are made; each call has its own unless said. */
  idempotencyKey?: string | undefined;
}

export interface UpdateOptions extends ReadOptions {
  /** Refuses the change when the user has another version by now. */
  version?: number | undefined;
}

type Paged<Query> = Omit<Query, "cursor"> & {
  /** `nextCursor` of the page before. */
  cursor?: string | null | undefined;
};

/** Which users, in which order, and which part of the list. */
export type ListUsersOptions = Paged<UserQuery> & {
  /** Members of this organization; another name of `org`. */
  orgId?: string | undefined;
} & ReadOptions;

export type ListAuditLogsOptions = Paged<AuditQuery> & ReadOptions;
