export {
  type FieldMessage,
  type FieldMessages,
  HelloJohnError,
  type Me,
  type Metadata,
  type Session,
  type SignedIn,
  type UpdateProfileInput,
  type User,
} from "@hellojohn/contract";
export type { Call, CallOptions } from "./call.js";
export type {
  ClientOptions,
  HelloJohnClient,
  PasswordChangeInput,
  ReadOptions,
  WriteOptions,
} from "./client.js";
export { createClient } from "./create-client.js";
export { createGatewayCall, type GatewayOptions } from "./gateway-call.js";
export type { Token } from "./given-session.js";
export type { SessionState, SignedOutReason } from "./session-state.js";
export type { SessionStore, StoredSession } from "./session-store.js";
export { webStorage } from "./web-storage.js";
