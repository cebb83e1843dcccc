import type { UpdateProfileInput, UpdateUserInput } from "./rules.js";
import type {
  AuthConfig,
  AuthConfigUpdate,
  Credentials,
  Export,
  Factor,
  Impersonation,
  ImpersonationInput,
  PasswordChange,
  Session,
  SignedIn,
  SignUpInput,
  Tokens,
  TotpEnrollment,
} from "./shapes.js";
import type { AdminUser, Me } from "./user.js";

/** Who may call: a signed-in person, an app with its publishable key, the holder of a refresh token, or an administrator. */
export type Bearer = "session" | "publishable" | "none" | "admin";

/** What a secret key must hold to call. */
export type Scope =
  | "users:read"
  | "users:write"
  | "users:impersonate"
  | "sessions:read"
  | "sessions:write"
  | "audit:read"
  | "audit:write"
  | "config:read"
  | "config:write";

/** A row of the table. `Body` and `Reply` are in TypeScript's spelling and exist for the compiler alone. */
export interface Endpoint<Path extends string = string, Body = unknown, Reply = unknown> {
  readonly method: "GET" | "POST" | "PATCH" | "DELETE";
  readonly path: Path;
  readonly bearer: Bearer;
  readonly scope?: Scope;
  readonly "~body"?: Body;
  readonly "~reply"?: Reply;
}

/** The names in a path: `/users/:id` has `id`. */
export type PathParams<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? Name | PathParams<`/${Rest}`>
  : Path extends `${string}:${infer Name}`
    ? Name
    : never;

export type BodyOf<E> = E extends Endpoint<string, infer Body, unknown> ? Body : never;
export type ReplyOf<E> = E extends Endpoint<string, unknown, infer Reply> ? Reply : never;

const row =
  (method: Endpoint["method"], bearer: Bearer) =>
  <Reply, Body = undefined>() =>
  <Path extends string>(path: Path, scope?: Scope): Endpoint<Path, Body, Reply> =>
    scope ? { method, path, bearer, scope } : { method, path, bearer };

const get = row("GET", "session");
const post = row("POST", "session");
const patch = row("PATCH", "session");
const remove = row("DELETE", "session");
const open = row("POST", "publishable");

/** What a person may do to her own account. No path is written anywhere else. */
export const selfEndpoints = {
  getMe: get<Me>()("/v1/auth/me"),
  updateMe: patch<Me, UpdateProfileInput>()("/v1/auth/me"),
  updateMyMetadata: patch<Me, { publicMetadata: Record<string, unknown> }>()(
    "/v1/auth/me/metadata",
  ),
  changePassword: post<{ sessionsRevoked: number }, PasswordChange>()("/v1/auth/password/change"),
  verifyEmail: post<Me, { token: string }>()("/v1/auth/email/verify"),
  resendEmail: post<Me>()("/v1/auth/email/resend"),
  cancelEmail: remove<Me>()("/v1/auth/email/pending"),
  listMySessions: get<{ data: Session[] }>()("/v1/auth/sessions"),
  revokeMySession: remove<{ revoked: number }>()("/v1/auth/sessions/:id"),
  revokeMyOtherSessions: remove<{ revoked: number }>()("/v1/auth/sessions"),
  exportMe: get<Export>()("/v1/auth/me/export"),
  deleteMe: remove<void, { currentPassword: string }>()("/v1/auth/me"),
  signUp: open<SignedIn, SignUpInput>()("/v1/auth/sign-up"),
  signIn: open<SignedIn, Credentials>()("/v1/auth/sign-in"),
  refresh: row("POST", "none")<Tokens, { refreshToken: string }>()("/v1/auth/token/refresh"),
  signOut: post<void>()("/v1/auth/sign-out"),
  forgotPassword: open<Record<string, never>, { email: string }>()("/v1/auth/password/forgot"),
  resetPassword: open<void, { token: string; newPassword: string }>()("/v1/auth/password/reset"),
  enrollTotp: post<TotpEnrollment>()("/v2/auth/mfa/totp/enroll"),
  confirmTotp: post<Factor, { factorId: string; code: string }>()(
    "/v2/auth/mfa/totp/enroll/verify",
  ),
  verifyTotp: open<SignedIn, { challengeId: string; code: string }>()("/v2/auth/mfa/totp/verify"),
};

/** What an administrator, or a secret key with the scope, may do to others and to the tenant. */
export const adminEndpoints = {
  getUser: row("GET", "admin")<AdminUser>()("/v1/users/:id", "users:read"),
  updateUser: row("PATCH", "admin")<AdminUser, UpdateUserInput>()("/v1/users/:id", "users:write"),
  impersonate: row("POST", "admin")<Impersonation, ImpersonationInput>()(
    "/v1/admin/users/impersonate",
    "users:impersonate",
  ),
  getAuthConfig: row("GET", "admin")<AuthConfig>()(
    "/v2/admin/tenants/:tenantId/auth/config",
    "config:read",
  ),
  updateAuthConfig: row("PATCH", "admin")<AuthConfig, AuthConfigUpdate>()(
    "/v2/admin/tenants/:tenantId/auth/config",
    "config:write",
  ),
};

/** The API on one page. Client, SDK, server, fake and OpenAPI document all read it. */
export const endpoints = { ...selfEndpoints, ...adminEndpoints };

export type EndpointName = keyof typeof endpoints;
