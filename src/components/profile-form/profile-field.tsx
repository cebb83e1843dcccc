"use client";

import type { ReactElement } from "react";
import { ConflictChoice } from "../conflict-choice.js";
import { Field, type FieldProps } from "../field.js";
import { useProfileForm } from "./context.js";
import { inputs, type ProfileFieldName } from "./fields.js";

export interface ProfileFieldProps extends Omit<FieldProps, "name" | "label"> {
  name: ProfileFieldName;
  label?: string;
}

/** One field of the profile: editable where the server lets this person edit, else read-only with the reason. */
export function ProfileField({ name, ...props }: ProfileFieldProps): ReactElement {
  const { me, form, texts } = useProfileForm("ProfileField");
  const { fields, refused } = me.editable;
  const isEditable = fields.includes(name);
  const label = props.label ?? texts[name];
  const hints: Record<string, string> = { phoneNumber: texts.phoneHint, email: texts.emailHint };

  return (
    <Field
      {...inputs[name]}
      {...(isEditable ? { hint: hints[name] } : { refused: refused[name] ?? "admin_only" })}
      faults={form.outcome.errors[name]}
      defaultValue={(isEditable && form.draft(name)?.mine) || (me[name] ?? "")}
      {...props}
      {...{ name, label }}
    >
      <ConflictChoice {...{ form, field: name, label }} />
      {props.children}
    </Field>
  );
}
