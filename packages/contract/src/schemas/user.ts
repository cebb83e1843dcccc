import * as z from "zod/mini";

/** Read shapes are tolerant: what is stored is told, however odd; only input is judged. */
export const text = z.string();
export const time = z.iso.datetime();
export const bag = z.record(z.string(), z.unknown());

/** Built-in roles and states; both sets are open, so readers take any text. */
export type Role = "member" | "admin" | (string & {});
export type UserStatus = "active" | "disabled" | "pending" | "unverified" | (string & {});

const open = <T extends string>() => z.string() as unknown as z.ZodMiniType<T, T>;

/** The user on the wire, as a session token sees her. */
export const userWire = z.object({
  id: text,
  tenant_id: text,
  email: text,
  email_verified: z.boolean(),
  pending_email: z.nullable(text),
  name: z.nullable(text),
  first_name: z.nullable(text),
  last_name: z.nullable(text),
  avatar_url: z.nullable(text),
  phone_number: z.nullable(text),
  phone_verified: z.boolean(),
  role: open<Role>(),
  status: open<UserStatus>(),
  disabled: z.boolean(),
  mfa_enrolled: z.boolean(),
  public_metadata: bag,
  /** The unprefixed alias: public towards a session, private towards a key or an administrator. */
  metadata: bag,
  created_at: time,
  updated_at: time,
  last_sign_in_at: z.nullable(time),
  version: z.int(),
});

/** The user as an administrator or a secret key sees her. */
export const adminUserWire = z.extend(userWire, { private_metadata: bag });

/** A second factor; its secret is never told again. */
export const factorWire = z.object({
  id: text,
  type: text,
  created_at: time,
  last_used_at: z.nullable(time),
});

/** An account elsewhere that a person signs in with. */
export const connectionWire = z.object({ id: text, provider: text, created_at: time });

export const passwordPolicyWire = z.object({
  min_length: z.int(),
  max_length: z.int(),
  require_uppercase: z.boolean(),
  require_numbers: z.boolean(),
  require_symbols: z.boolean(),
});

/** What the asking actor may edit: field names, keys of `public_metadata`, and a reason for each refused field. */
export const editableWire = z.object({
  fields: z.array(text),
  metadata_keys: z.array(text),
  refused: z.record(z.string(), z.string()),
  /** What a new password must have. */
  password_policy: passwordPolicyWire,
});

/** The signed-in person and what she may edit of herself. */
export const meWire = z.extend(userWire, { editable: editableWire });
