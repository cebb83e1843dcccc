import type { UserDetails } from "@hellojohn/contract";
import {
  check as checkProfile,
  inputs,
  type ProfileFieldName,
} from "../../components/profile-form/fields.js";

/** Whom the form is about: a user, or one who is yet to be made. */
export type Shown = Pick<UserDetails, "id" | "version"> & Partial<UserDetails>;

export const nobody: Shown = { id: "new", version: 0, role: "member", emailVerified: false };

const names = [...(Object.keys(inputs) as ProfileFieldName[]), "emailVerified"] as const;

/** The text of each field; a switch is text too. */
export const shown = (person: Shown): Record<string, string> =>
  Object.fromEntries(names.map((name) => [name, `${person[name] ?? ""}`]));

/** Reads a field's text. */
export const check = (field: string, text: string): ReturnType<typeof checkProfile> =>
  field === "emailVerified" ? { value: text === "true" } : checkProfile(field, text);
