/** Every code the API answers with, and its HTTP status. Readers switch on the code alone. */
export const statusOf = {
  malformed_json: 400,
  invalid_cursor: 400,
  missing_token: 401,
  invalid_token: 401,
  token_expired: 401,
  refresh_token_expired: 401,
  refresh_token_invalid: 401,
  session_revoked: 401,
  invalid_api_key: 401,
  invalid_publishable_key: 401,
  invalid_credentials: 401,
  insufficient_permissions: 403,
  tenant_mismatch: 403,
  field_not_editable: 403,
  reauthentication_required: 403,
  mfa_required: 403,
  account_locked: 403,
  account_disabled: 403,
  impersonation_forbidden: 403,
  user_not_found: 404,
  session_not_found: 404,
  factor_not_found: 404,
  tenant_not_found: 404,
  not_found: 404,
  email_already_exists: 409,
  self_action: 409,
  last_admin: 409,
  idempotency_key_reused: 409,
  version_conflict: 412,
  payload_too_large: 413,
  unsupported_media_type: 415,
  validation_failed: 422,
  invalid_email: 422,
  invalid_phone_number: 422,
  invalid_avatar_url: 422,
  password_too_weak: 422,
  password_incorrect: 422,
  reason_required: 422,
  metadata_too_large: 422,
  rate_limit_exceeded: 429,
  internal_error: 500,
  service_unavailable: 503,
} as const;

/** A code the API answers with. */
export type ErrorCode = keyof typeof statusOf;

/** What the client says when no answer of the API reached it. */
export type ClientErrorCode = "network_error" | "timeout" | "invalid_response" | "signed_out";

/** Why one field was refused. The code is stable, the message is English for developers. */
export interface FieldMessage {
  code: string;
  message: string;
}

/** Refused fields by name, each with at least one reason. */
export type FieldMessages = Record<string, FieldMessage[]>;

export interface HelloJohnErrorOptions {
  status?: number;
  fields?: FieldMessages;
  requestId?: string | undefined;
  /** Seconds to wait before trying again. */
  retryAfter?: number | undefined;
  /** The user as the server has her now, with `version_conflict`. */
  current?: unknown;
  /** What to send with the second factor, with `mfa_required`. */
  challengeId?: string | undefined;
  cause?: unknown;
}

/** The one error of HelloJohn, thrown by server, client and SDK alike. `switch (error.code)` is its interface. */
export class HelloJohnError extends Error {
  override readonly name = "HelloJohnError";
  declare readonly code: ErrorCode | ClientErrorCode | (string & {});
  /** The HTTP status, or 0 when no answer came. */
  declare readonly status: number;
  declare readonly fields: FieldMessages;
  declare readonly requestId: string | undefined;
  declare readonly retryAfter: number | undefined;
  declare readonly current: unknown;
  declare readonly challengeId: string | undefined;

  constructor(
    code: ErrorCode | ClientErrorCode | (string & {}),
    message: string,
    options: HelloJohnErrorOptions = {},
  ) {
    super(message, options);
    const { cause: _, ...details } = options;
    Object.assign(this, { code, status: 0, fields: {}, ...details });
  }

  /** Holds across realms and duplicate installs, where `instanceof` does not. */
  static is(error: unknown): error is HelloJohnError {
    return (error as Partial<Error> | null | undefined)?.name === "HelloJohnError";
  }
}

/** The user as the server has her now, when a change was meant for another version of her. */
export const currentOf = (error: unknown): unknown =>
  HelloJohnError.is(error) && error.code === "version_conflict" ? error.current : undefined;

/** An error the API answers with; its status comes from the table. */
export function refusal(
  code: ErrorCode,
  message: string,
  options: HelloJohnErrorOptions = {},
): HelloJohnError {
  return new HelloJohnError(code, message, { status: statusOf[code], ...options });
}
