import {
  camelCase,
  type FieldMessages,
  metadata,
  refusal,
  refuseFields,
  snakeCase,
} from "@hellojohn/contract";
import type { UserChanges, UserRow } from "../store/users.js";

const profileFields = ["name", "firstName", "lastName", "avatarUrl", "phoneNumber"] as const;

interface ProfileInput {
  name?: string | null;
  firstName?: string | null;
  lastName?: string | null;
  avatarUrl?: string | null;
  phoneNumber?: string | null;
  phone?: string | null;
}

/** What a change of profile fields writes, with what follows from it. */
export function profileChanges(
  { phone, ...input }: ProfileInput,
  row: Pick<UserRow, "phone_number">,
): UserChanges {
  if (phone !== undefined && input.phoneNumber !== undefined && phone !== input.phoneNumber)
    throw refuseFields({
      phone: [{ code: "duplicate_field", message: "Send phone_number alone" }],
    });
  const fields: ProfileInput = phone === undefined ? input : { ...input, phoneNumber: phone };
  const changes: UserChanges = Object.fromEntries(
    profileFields
      .filter((field) => fields[field] !== undefined)
      .map((field) => [snakeCase(field), fields[field]]),
  );
  const named = "first_name" in changes || "last_name" in changes;
  if (named && !("name" in changes)) changes.name = null;
  if ("phone_number" in changes && changes.phone_number !== row.phone_number)
    changes.phone_verified = false;
  return changes;
}

interface MetadataInput {
  metadata?: Record<string, unknown>;
  privateMetadata?: Record<string, unknown>;
  publicMetadata?: Record<string, unknown>;
}

/** What an administrator's metadata writes; `metadata` is another name of `private_metadata`. */
export function metadataChanges({
  metadata: alias,
  privateMetadata = alias,
  publicMetadata,
}: MetadataInput): UserChanges {
  if (alias !== undefined && alias !== privateMetadata)
    throw refuseFields({
      metadata: [{ code: "duplicate_field", message: "Send private_metadata alone" }],
    });
  return {
    ...(publicMetadata ? { public_metadata: publicMetadata } : {}),
    ...(privateMetadata ? { private_metadata: privateMetadata } : {}),
  };
}

/** Metadata is judged as it is after the merge, by the same rule as before it. */
export function assertMetadata(row: UserRow, changes: UserChanges): void {
  const fields: FieldMessages = {};
  for (const kind of ["public_metadata", "private_metadata"] as const) {
    const answer = changes[kind] ? metadata(row[kind]) : { value: {} };
    if ("refused" in answer) fields[camelCase(kind)] = [answer.refused];
  }
  if (Object.keys(fields).length > 0) throw refuseFields(fields);
}

/** The names of what changed, as the log tells them. */
export const changedFields = (changes: UserChanges): string[] =>
  Object.keys(changes).map((column) => (column === "password_hash" ? "password" : column));

export const gone = () => refusal("user_not_found", "There is no such user");
