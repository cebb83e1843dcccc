import {
  type Actor,
  type BodyOf,
  type EndpointName,
  type endpoints,
  type QueryOf,
  refusal,
  type ReplyOf,
} from "@hellojohn/contract";
import type { FakeUser } from "./make-user.js";
import type { KeyRecord, SessionRecord } from "./records.js";
import type { State } from "./state.js";

/** The signed-in person behind a call. */
export interface Caller {
  user: FakeUser;
  session: SessionRecord;
  actor: Actor;
}

/** Who is calling: a person, a secret key, or nobody in particular. */
export interface Identity {
  caller: Caller | undefined;
  key: KeyRecord | undefined;
}

/** Where a call comes from, as the log keeps it. */
export interface Origin {
  requestId: string;
  ip: string | null;
  userAgent: string | null;
}

/** What every call has, whatever it is about. */
export interface Operation extends Identity {
  state: State;
  origin: Origin;
  /** The versions a change may be based on; nothing when any will do. */
  versions: readonly string[] | undefined;
}

/** One call as its handler sees it. */
export interface Call<Name extends EndpointName = EndpointName> extends Operation {
  body: BodyOf<(typeof endpoints)[Name]>;
  query: QueryOf<(typeof endpoints)[Name]>;
  params: Readonly<Record<string, string>>;
}

/** An answer that is a file. */
export interface Attachment {
  contentType: string;
  filename: string;
  text: string;
}

type Answered<Name extends EndpointName> =
  ReplyOf<(typeof endpoints)[Name]> extends Blob ? Attachment : ReplyOf<(typeof endpoints)[Name]>;

export type Handler<Name extends EndpointName> = (call: Call<Name>) => Answered<Name>;

export type Handlers<Name extends EndpointName = EndpointName> = {
  readonly [N in Name]: Handler<N>;
};

/** The signed-in person; every `session` row of the table has one. */
export function signedIn(call: { caller: Caller | undefined }): Caller {
  if (!call.caller) throw refusal("missing_token", "Sign in and send the access token");
  return call.caller;
}
