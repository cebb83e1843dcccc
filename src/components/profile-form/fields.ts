import type { Check } from "@hellojohn/contract";
import { profileChecks } from "@hellojohn/contract/profile-checks";
import type { ComponentProps } from "react";
import type { Person } from "../person.js";

/** How each field is typed in; whether it may be is for the server to say. */
export const inputs = {
  avatarUrl: { inputMode: "url", autoComplete: "photo", autoCapitalize: "none", spellCheck: false },
  name: { autoComplete: "name" },
  firstName: { autoComplete: "given-name" },
  lastName: { autoComplete: "family-name" },
  phoneNumber: { type: "tel", autoComplete: "tel" },
  email: { inputMode: "email", autoComplete: "email", autoCapitalize: "none", spellCheck: false },
  role: {},
} satisfies Record<string, ComponentProps<"input">>;

/** A field `ProfileForm` can show. */
export type ProfileFieldName = keyof typeof inputs;

/** The text of each field this person may edit. */
export const shown = (me: Person): Record<string, string> =>
  Object.fromEntries(
    me.editable.fields
      .filter((field): field is ProfileFieldName => field in inputs)
      .map((field) => [field, me[field] ?? ""]),
  );

const checks: Record<string, Check<unknown>> = profileChecks;

export const check = (field: string, text: string): ReturnType<Check<unknown>> =>
  checks[field]?.(text) ?? { value: text };
