"use client";

import type { Check } from "@hellojohn/contract";
import { type ReactElement, useId } from "react";
import { ConflictChoice } from "../../components/conflict-choice.js";
import { Field, type FieldProps } from "../../components/field.js";
import {
  check as checkProfile,
  inputs,
  type ProfileFieldName,
} from "../../components/profile-form/fields.js";
import type { DraftForm } from "../../components/use-draft-form.js";
import { profileForm } from "../../locales/en.js";
import { useMessages } from "../../react/index.js";

/** Reads a field's text; a switch is text too. */
export function check(field: string, text: string): ReturnType<Check<unknown>> {
  if (field === "emailVerified") return { value: text === "true" };
  if (field === "role" && !text.trim()) return { refused: { code: "required", message: "" } };
  return checkProfile(field, text);
}

export interface UserInputProps extends Omit<FieldProps, "form" | "name" | "label"> {
  form: DraftForm;
  name: ProfileFieldName;
  /** What the server says. */
  text: string;
}

/** One field of someone else's profile. */
export function UserInput({ form, name, text, ...props }: UserInputProps): ReactElement {
  const label = useMessages("profileForm", profileForm)[name];
  const listId = useId();
  return (
    <Field
      {...inputs[name]}
      // It is not the administrator's own.
      autoComplete="off"
      list={name === "role" ? listId : undefined}
      faults={form.outcome.errors[name]}
      defaultValue={form.draft(name)?.mine ?? text}
      {...props}
      {...{ name, label }}
    >
      {name === "role" && (
        <datalist id={listId} aria-label={label}>
          <option>member</option>
          <option>admin</option>
        </datalist>
      )}
      <ConflictChoice {...{ form, field: name, label }} />
      {props.children}
    </Field>
  );
}

export interface VerifiedSwitchProps {
  form: DraftForm;
  verified: boolean;
  label: string;
  refused?: string | undefined;
}

/** Whether the address counts as hers. */
export function VerifiedSwitch(props: VerifiedSwitchProps): ReactElement {
  const { form, verified, label, refused } = props;
  const mine = form.draft("emailVerified")?.mine;
  return (
    <Field
      {...{ label, type: "boolean", name: "emailVerified", refused }}
      {...(refused && { hint: "" })}
      control={({ readOnly, ...rest }) => (
        <input
          {...rest}
          type="checkbox"
          role="switch"
          disabled={readOnly}
          defaultChecked={mine === undefined ? verified : mine === "true"}
        />
      )}
    >
      <ConflictChoice {...{ form, field: "emailVerified", label }} />
    </Field>
  );
}
