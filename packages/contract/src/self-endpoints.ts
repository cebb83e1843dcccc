import { row } from "./endpoint.js";
import type { UpdateProfileInput } from "./rules.js";
import type {
  Credentials,
  Export,
  Factor,
  PasswordChange,
  Session,
  SignedIn,
  SignUpInput,
  Tokens,
  TotpEnrollment,
} from "./shapes.js";
import type { Me } from "./user.js";

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
