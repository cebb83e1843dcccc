"use client";

import { type ComponentProps, createContext, type ReactElement, useState } from "react";
import type { Messages } from "../../locales/messages.js";
import { useNearest } from "../../react/index.js";
import { ConflictChoice } from "../conflict-choice.js";
import { Field, type FieldProps } from "../field.js";
import type { Person } from "../person.js";
import type { DraftForm } from "../use-draft-form.js";
import { inputs, type ProfileFieldName } from "./fields.js";

export interface ProfileFormState {
  me: Person;
  form: DraftForm;
  texts: Messages["profileForm"];
}

export const ProfileFormContext = createContext<ProfileFormState | null>(null);

/** What the form around this part knows. */
export const useProfileForm = (): ProfileFormState => useNearest(ProfileFormContext, "ProfileForm");

export interface ProfileFieldProps extends Omit<FieldProps, "name" | "label"> {
  name: ProfileFieldName;
  label?: string;
}

/** One field of the profile: editable where the server lets this person edit, else read-only with the reason. */
export function ProfileField({ name, ...props }: ProfileFieldProps): ReactElement {
  const { me, form, texts } = useProfileForm();
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

/** The picture, as soon as its address is saved, or the initials. */
export function ProfileAvatar(props: ComponentProps<"span">): ReactElement {
  const { avatarUrl, name, email } = useProfileForm().me;
  const [broken, setBroken] = useState<string>();
  const initials = (name ?? email).match(/(?<![\p{L}\p{M}])\p{L}/gu)?.slice(0, 2);

  return (
    <span data-hj="avatar" aria-hidden {...props}>
      {avatarUrl && avatarUrl !== broken ? (
        <img
          src={avatarUrl}
          alt=""
          referrerPolicy="no-referrer"
          onError={() => setBroken(avatarUrl)}
        />
      ) : (
        initials
      )}
    </span>
  );
}
