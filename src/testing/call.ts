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
import type { SessionRecord, State } from "./state.js";

/** The signed-in person behind a call. */
export interface Caller {
  user: FakeUser;
  session: SessionRecord;
  actor: Actor;
}

/** One call as its handler sees it. */
export interface Call<Name extends EndpointName = EndpointName> {
  state: State;
  body: BodyOf<(typeof endpoints)[Name]>;
  query: QueryOf<(typeof endpoints)[Name]>;
  params: Readonly<Record<string, string>>;
  caller: Caller | undefined;
  /** The versions a change may be based on; nothing when any will do. */
  versions: readonly string[] | undefined;
}

export type Handler<Name extends EndpointName> = (
  call: Call<Name>,
) => ReplyOf<(typeof endpoints)[Name]>;

export type Handlers<Name extends EndpointName = EndpointName> = {
  readonly [N in Name]: Handler<N>;
};

/** The signed-in person; every `session` row of the table has one. */
export function signedIn(call: { caller: Caller | undefined }): Caller {
  if (!call.caller) throw refusal("missing_token", "Sign in and send the access token");
  return call.caller;
}
