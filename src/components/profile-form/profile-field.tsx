"use client";

import type { ReactElement } from "react";
import { errors, reasons } from "../../locales/en.js";
import { useMessages } from "../../react/index.js";
import { ConflictChoice } from "../conflict-choice.js";
import { Field, type FieldProps } from "../field.js";
import { fieldText } from "../format.js";
import { useProfileForm } from "./context.js";
import { inputs, type ProfileFieldName } from "./fields.js";

export interface ProfileFieldProps extends Omit<FieldProps, "name" | "label"> {
  name: ProfileFieldName;
  label?: string;
}

const hints = { phoneNumber: "phoneHint", email: "emailHint" } as const;

/** One field of the profile: editable where the server lets this person edit, else read-only with the reason. */
export function ProfileField({ name, ...props }: ProfileFieldProps): ReactElement {
  const { me, form, texts } = useProfileForm("ProfileField");
  const errorTexts = useMessages("errors", errors);
  const reasonTexts: Readonly<Record<string, string>> = useMessages("reasons", reasons);
  const refused = me.editable.fields.includes(name)
    ? undefined
    : (me.editable.refused[name] ?? "admin_only");
  const hint = name in hints ? texts[hints[name as keyof typeof hints]] : undefined;
  const label = props.label ?? texts[name];

  return (
    <Field
      {...inputs[name]}
      hint={hint}
      reason={refused && (reasonTexts[refused] ?? reasonTexts["admin_only"])}
      error={fieldText(errorTexts, form.errors[name] ?? [])}
      defaultValue={(refused ? undefined : form.draft(name)?.mine) ?? me[name] ?? ""}
      {...props}
      {...{ name, label }}
    >
      <ConflictChoice {...{ form, field: name, label }} />
      {props.children}
    </Field>
  );
}
