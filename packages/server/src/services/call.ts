import type {
  AuthConfig,
  BodyOf,
  EndpointName,
  endpoints,
  PathParams,
  QueryOf,
  ReplyOf,
} from "@hellojohn/contract";
import type { Context } from "../context.js";
import type { Sql } from "../database/sql.js";
import type { MailText } from "../mail/messages.js";
import type { KeyScope } from "../store/api-keys.js";
import type { SignedInRow } from "../store/sessions.js";
import type { LimitName } from "./limits.js";

export interface Tenant {
  id: string;
  name: string;
  config: AuthConfig;
}

/** A signed-in person, or someone who impersonates her. */
export interface SessionCaller {
  kind: "session";
  tenant: Tenant;
  user: SignedInRow;
  actor: "self" | "impersonator";
}

/** An app's server with its secret key. */
export interface KeyCaller {
  kind: "key";
  tenant: Tenant;
  keyId: string;
  scopes: readonly KeyScope[];
}

/** An app in a browser, which nobody has signed in to. */
export interface PublishableCaller {
  kind: "publishable";
  tenant: Tenant;
  keyId: string;
}

/** Nobody yet: the body says who it is. */
export interface NoCaller {
  kind: "none";
}

export type Caller = SessionCaller | KeyCaller | PublishableCaller | NoCaller;

/** Where a call comes from, as the audit log keeps it. */
export interface Origin {
  requestId: string;
  ip: string | null;
  /** What counts as one address: IPv6 by its /64. */
  network: string;
  userAgent: string | null;
}

/** What every call has, whatever it is about. */
export interface Operation {
  readonly context: Context;
  readonly caller: Caller;
  readonly origin: Origin;
  readonly now: Date;
  /** The versions named by `If-Match`; nothing when any version will do. */
  readonly ifMatch: readonly number[] | undefined;
  /** Counts one use against a limit; throws `rate_limit_exceeded` when there were too many. */
  limit(name: LimitName, key: string): Promise<void>;
  /** Puts a mail into the outbox; it leaves when the transaction is through. */
  mail(sql: Sql, tenantId: string, recipient: string, mail: MailText): Promise<void>;
}

type Row<Name extends EndpointName> = (typeof endpoints)[Name];

/** An answer of any length, made while it is sent. */
export interface Stream {
  contentType: string;
  filename: string;
  chunks: AsyncIterable<string>;
}

type Answered<Name extends EndpointName> =
  ReplyOf<Row<Name>> extends Blob ? Stream : ReplyOf<Row<Name>>;

/** One call of an endpoint, read and authenticated. */
export interface Call<Name extends EndpointName> extends Operation {
  readonly params: Readonly<Record<PathParams<Row<Name>["path"]>, string>>;
  readonly body: BodyOf<Row<Name>>;
  readonly query: QueryOf<Row<Name>>;
  /** The transaction of the effect. The answer is kept in it, for the same call made again. */
  transact(run: (sql: Sql) => Promise<ReplyOf<Row<Name>>>): Promise<ReplyOf<Row<Name>>>;
  /** One of several transactions of an effect too large for one. Its outcome, plain JSON, is kept for a repeat too. */
  transactPart<Outcome>(part: string, run: (sql: Sql) => Promise<Outcome>): Promise<Outcome>;
}

export type Handler<Name extends EndpointName> = (call: Call<Name>) => Promise<Answered<Name>>;

const wrong = (needed: string, caller: Caller) =>
  new Error(`This endpoint is for ${needed}, and its row in the table admits ${caller.kind}`);

/** The signed-in person; the endpoint's row has seen to it that there is one. */
export function sessionOf({ caller }: Operation): SessionCaller {
  if (caller.kind !== "session") throw wrong("sessions", caller);
  return caller;
}

/** The tenant; only a call without a bearer has none yet. */
export function tenantOf({ caller }: Operation): Tenant {
  if (caller.kind === "none") throw wrong("a tenant", caller);
  return caller.tenant;
}
