import * as z from "zod/mini";
import { auditEventWire } from "./audit.js";
import { membershipWire } from "./organization.js";
import {
  adminUserWire,
  connectionWire,
  factorWire,
  meWire,
  passwordPolicyWire,
  text,
  time,
} from "./user.js";

/** One sign-in of a person on one device. */
export const sessionWire = z.object({
  id: text,
  user_id: text,
  /** The session that asked. */
  current: z.boolean(),
  created_at: time,
  last_active_at: time,
  expires_at: time,
  ip: z.nullable(text),
  user_agent: z.nullable(text),
  /** The device in words, such as "Chrome on macOS". */
  device: z.nullable(text),
  impersonated: z.boolean(),
});

export const sessionListWire = z.object({ data: z.array(sessionWire) });

/** The tokens of a session. The refresh token works once. */
export const tokensWire = z.object({
  id: text,
  access_token: text,
  refresh_token: text,
  access_token_expires_at: time,
  refresh_token_expires_at: time,
});

export const signedInWire = z.object({ user: meWire, session: tokensWire });

export const revokedWire = z.object({ revoked: z.int() });
export const sessionsRevokedWire = z.object({ sessions_revoked: z.int() });

export const factorListWire = z.object({ data: z.array(factorWire) });

export const totpEnrollmentWire = z.object({ factor_id: text, secret: text, otpauth_uri: text });

/** Everything held about a person (GDPR article 20), without private metadata. */
export const exportMeWire = z.object({
  exported_at: time,
  user: meWire,
  sessions: z.array(sessionWire),
  factors: z.array(factorWire),
  connections: z.array(connectionWire),
  organizations: z.array(membershipWire),
  audit_events: z.array(auditEventWire),
});

export const authConfigWire = z.object({
  user_editable_metadata_keys: z.array(text),
  password_policy: passwordPolicyWire,
  /** Seconds. */
  session_config: z.object({
    access_token_ttl: z.int(),
    refresh_token_ttl: z.int(),
    reauthentication_max_age: z.int(),
  }),
  allowed_email_domains: z.array(text),
});

export const impersonationWire = z.object({
  access_token: text,
  session_id: text,
  impersonated_user_id: text,
  expires_at: time,
  audit_event_id: text,
});

export const errorWire = z.object({
  error: z.looseObject({
    code: text,
    message: text,
    status: z.int(),
    request_id: text,
    fields: z.optional(z.record(z.string(), z.array(z.object({ code: text, message: text })))),
    current: z.optional(z.union([meWire, adminUserWire])),
    challenge_id: z.optional(text),
  }),
});
