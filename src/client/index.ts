export type {
  FieldMessage,
  FieldMessages,
  Me,
  Metadata,
  Session,
  SignedIn,
  UpdateProfileInput,
  User,
} from "@hellojohn/contract";
export { HelloJohnError } from "@hellojohn/contract/errors";
export type { Call, CallOptions } from "./call.js";
export type {
  ClientOptions,
  HelloJohnClient,
  PasswordChangeInput,
  ReadOptions,
  WriteOptions,
} from "./client.js";
export { createClient } from "./create-client.js";
export type { Token } from "./given-session.js";
export type { SessionState, SignedOutReason } from "./session-state.js";
export type { SessionStore, StoredSession } from "./session-store.js";
export { webStorage } from "./web-storage.js";
