import type * as z from "zod/mini";
import type { AnySpelling, Optional, UpdateBy } from "./rules.js";
import type * as users from "./schemas/users.js";
import type { FromWire } from "./wire.js";

type Read<Schema extends z.ZodMiniType> = FromWire<z.infer<Schema>>;

/** What a list may be sorted by, in the wire's spelling. */
export type UserSort = "created_at" | "email" | "name" | "last_sign_in_at";

/** Which users; every condition given must hold. */
export interface UserFilters {
  /** The whole address, whatever its case. */
  email?: string;
  status?: string;
  role?: string;
  disabled?: boolean;
  mfaEnrolled?: boolean;
  emailVerified?: boolean;
  /** Members of this organization. */
  org?: string;
  /** RFC 3339, or a date, which begins at midnight UTC. Both ends belong to the span. */
  createdAfter?: Date | string;
  createdBefore?: Date | string;
}

/** Users by filter and order. `limit` is 20 unless said, at most 100; the newest come first unless said. */
export type UserQuery = AnySpelling<
  Optional<UserFilters> &
    Optional<{
      /** Part of an e-mail address, a name or an id; one or two characters match from the start of a word. */
      q?: string;
      sort?: UserSort;
      order?: "asc" | "desc";
      limit?: number;
      cursor?: string;
      /** Of `factors`, `connections`, `organizations`, `restrictions`, with commas between. */
      include?: string;
      /** Hides most of each address and number. */
      masked?: boolean;
      /** Other names of `q`, `sort`, `order` and `org`. */
      search?: string;
      orderBy?: UserSort;
      direction?: "asc" | "desc";
      organizationId?: string;
    }>
>;

/** The same, as the body of a search: what is looked for stays out of addresses and logs. */
export type UserSearch = AnySpelling<
  Optional<{
    query?: string;
    filters?: AnySpelling<Optional<UserFilters & { organizationId?: string }>>;
    sort?: { field: UserSort; direction?: "asc" | "desc" | undefined };
    limit?: number;
    cursor?: string;
    include?: string;
    masked?: boolean;
  }>
>;

/** One page. Above 10,000 matches `total` is an estimate, and says so. */
export interface UserPage extends Read<typeof users.userPageWire> {}

/** `format` is `csv` unless said; `fields` names columns, with commas between. */
export type UserExportQuery = Omit<UserQuery, "limit" | "cursor" | "include"> & {
  format?: "csv" | "ndjson" | undefined;
  fields?: string | undefined;
};

/** The same, as a body. */
export type UserExportSearch = Omit<UserSearch, "limit" | "cursor" | "include"> &
  Pick<UserExportQuery, "format" | "fields">;

/** A new user. Without a password she is `pending` and is invited by mail. */
export type CreateUserInput = { email: string } & Omit<UpdateBy<"admin">, "status" | "email"> &
  AnySpelling<{
    password?: string;
    phone?: string | null;
    metadata?: Record<string, unknown>;
    sendWelcomeEmail?: boolean;
    /** Makes her a member of this organization, as `member` unless a role is given. */
    organizationId?: string;
    organizationRole?: string;
  }>;

/** The user as she is now, and how many of her sessions ended. */
export interface UserChanged extends Read<typeof users.userChangedWire> {}

export type BulkDisableInput = AnySpelling<{
  /** At most 1,000. */
  userIds: string[];
  revokeSessions?: boolean;
  reason?: string;
}>;

/** What became of each id: `disabled`, `unchanged` or `refused` with a code. */
export interface BulkDisabled extends Read<typeof users.bulkDisabledWire> {}

export type RevealInput = AnySpelling<{
  fields: ("email" | "pending_email" | "phone_number")[];
  reason?: string;
}>;

/** The fields that were asked for, and the event that says so. */
export interface Revealed extends Read<typeof users.revealedWire> {}

/** Everything held about a user, private metadata included. */
export interface UserExport extends Read<typeof users.userExportWire> {}

/** Who the bearer is and the endpoints she may call. */
export interface Permissions extends Read<typeof users.permissionsWire> {}

/** What may be refused of one user whatever the bearer's scopes: to disable, delete, demote or impersonate her. */
export type RestrictedAction = "disable" | "delete" | "demote" | "impersonate";
