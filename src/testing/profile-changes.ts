import { refuseFields } from "@hellojohn/contract";
import type { Changes } from "./users.js";

const profileFields = ["name", "firstName", "lastName", "avatarUrl", "phoneNumber"] as const;

type Profile = { [Field in (typeof profileFields)[number] | "phone"]?: string | null };

/** The profile fields of an input, without what it leaves out; `phone` is an alias. */
export function profileChanges({ phone, ...given }: Profile): Changes {
  if (phone !== undefined && given.phoneNumber !== undefined && phone !== given.phoneNumber)
    throw refuseFields({
      phone: [{ code: "duplicate_field", message: "Send phone_number alone" }],
    });
  const fields: Profile = phone === undefined ? given : { ...given, phoneNumber: phone };
  return Object.fromEntries(
    profileFields
      .filter((field) => fields[field] !== undefined)
      .map((field) => [field, fields[field]]),
  );
}
