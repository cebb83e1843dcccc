import {
  type Actor,
  type AdminUser,
  type AuthConfig,
  constant,
  type Editable,
  editableBy,
  type Me,
  type Session,
  type User,
} from "@hellojohn/contract";
import type { SessionRow } from "../store/sessions.js";
import type { UserRow } from "../store/users.js";
import type { SessionCaller, Tenant } from "./call.js";
import { deviceOf } from "./device.js";

const fullName = ({ first_name, last_name }: UserRow): string | null =>
  [first_name, last_name].filter(Boolean).join(" ") || null;

function userOf(row: UserRow): Omit<User, "metadata"> {
  return {
    id: row.id,
    tenantId: row.tenant_id,
    email: row.email,
    emailVerified: row.email_verified,
    pendingEmail: row.pending_email,
    name: row.name ?? fullName(row),
    firstName: row.first_name,
    lastName: row.last_name,
    avatarUrl: row.avatar_url,
    phoneNumber: row.phone_number,
    phoneVerified: row.phone_verified,
    role: row.role,
    status: row.status,
    disabled: row.disabled,
    mfaEnrolled: row.mfa_enrolled,
    publicMetadata: row.public_metadata,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    lastSignInAt: row.last_sign_in_at,
    version: row.version,
  };
}

const editables = new WeakMap<AuthConfig, Partial<Record<Actor, Editable>>>();

/** The same for everyone under the same settings, so it is made once for them. */
function editableIn(config: AuthConfig, actor: Actor): Editable {
  const made = editables.get(config) ?? {};
  editables.set(config, made);
  return (made[actor] ??= constant(
    editableBy(actor, config.userEditableMetadataKeys, config.passwordPolicy),
  ));
}

/** The user as she sees herself. Private metadata is not even read here. */
export function meOf(row: UserRow, tenant: Tenant, actor: SessionCaller["actor"] = "self"): Me {
  return Object.assign(userOf(row), {
    metadata: row.public_metadata,
    editable: editableIn(tenant.config, actor),
  });
}

/** The user as an administrator or a secret key sees her. */
export const adminUserOf = (row: UserRow): AdminUser =>
  Object.assign(userOf(row), {
    metadata: row.private_metadata,
    privateMetadata: row.private_metadata,
  });

/** A session as its owner, or an administrator, sees it. */
export const sessionViewOf = (row: SessionRow, currentId: string | undefined): Session => ({
  id: row.id,
  userId: row.user_id,
  current: row.id === currentId,
  createdAt: row.created_at,
  lastActiveAt: row.last_active_at,
  expiresAt: row.expires_at,
  ip: row.ip,
  userAgent: row.user_agent,
  device: deviceOf(row.user_agent),
  impersonated: row.impersonator_type !== null,
});
