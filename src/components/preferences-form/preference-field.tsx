"use client";

import type { ReactElement } from "react";
import { ConflictChoice } from "../conflict-choice.js";
import { type ControlProps, Field } from "../field.js";
import type { DraftForm } from "../use-draft-form.js";
import type { PreferenceDescription } from "./preference.js";

export interface PreferenceFieldProps {
  form: DraftForm;
  preference: PreferenceDescription;
  /** What is stored, as text. */
  text: string;
  editable: boolean;
}

/** One preference, drawn from its description. */
export function PreferenceField(props: PreferenceFieldProps): ReactElement {
  const { form, preference, editable } = props;
  const { key, label, hint, type, options = [] } = preference;
  const text = form.draft(key)?.mine ?? props.text;

  function control({ readOnly, defaultValue, ...rest }: ControlProps): ReactElement {
    if (type === "boolean")
      return (
        <input
          {...rest}
          type="checkbox"
          role="switch"
          disabled={readOnly}
          defaultChecked={text === "true"}
        />
      );
    if (type !== "select")
      return <input {...rest} type={type} readOnly={readOnly} defaultValue={text} />;
    return (
      <select {...(rest as object)} disabled={readOnly} defaultValue={text}>
        {options.some(({ value }) => value === text) || <option value={text}>{text}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    );
  }

  return (
    <Field
      {...{ label, control, name: key, type }}
      {...(editable ? { hint } : { refused: "key_not_editable" })}
      faults={form.outcome.errors[key]}
    >
      <ConflictChoice
        {...{ form, label, field: key }}
        read={(value) => options.find((option) => option.value === value)?.label ?? value}
      />
    </Field>
  );
}
