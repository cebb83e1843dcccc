"use client";

import type { FieldMessage } from "@hellojohn/contract";
import { type ComponentProps, type ReactElement, type ReactNode, useId, useState } from "react";
import { errors, reasons } from "../locales/en.js";
import { useMessages } from "../react/index.js";
import { flag } from "./feedback.js";

/** What a control needs to be tied to its label and notes. */
export type ControlProps = ComponentProps<"input">;

export interface FieldProps extends ControlProps {
  label: string;
  /** What to enter, said before anyone goes wrong. */
  hint?: string | undefined;
  /** What is wrong with it; the first is told. */
  faults?: readonly FieldMessage[] | undefined;
  /** The reason code why this is read-only; its presence makes it so. */
  refused?: string | undefined;
  /** Draws something other than an `input`. */
  control?: (props: ControlProps) => ReactElement;
  /** Stands below the control, such as a choice between two versions. */
  children?: ReactNode;
}

const input = (props: ControlProps) => <input {...props} />;

/** A labelled control whose hint, reason and error are read out with it. */
export function Field(props: FieldProps): ReactElement {
  const { label, faults = [], refused, control = input, children, ...rest } = props;
  const id = useId();
  const errorTexts: Record<string, string> = useMessages("errors", errors);
  const reasonTexts: Record<string, string> = useMessages("reasons", reasons);
  const [fault] = faults;
  const error = fault && (errorTexts[fault.code] ?? fault.message);
  const { hint = refused && (reasonTexts[refused] ?? reasonTexts["admin_only"]), ...native } = rest;
  const notes = [rest["aria-describedby"], hint && `${id}h`, error && `${id}e`];

  return (
    <div
      data-hj="field"
      data-field={rest.name}
      data-type={rest.type}
      data-invalid={flag(error)}
      data-readonly={flag(refused)}
    >
      <label data-hj="label" htmlFor={id}>
        {label}
      </label>
      {control({
        "data-hj": "input",
        ...native,
        id,
        ...(refused && { readOnly: true, name: undefined }),
        "aria-invalid": error ? true : undefined,
        "aria-describedby": notes.filter(Boolean).join(" ") || undefined,
      } as ControlProps)}
      {hint && (
        <p data-hj="hint" id={`${id}h`}>
          {hint}
        </p>
      )}
      {error && (
        <p data-hj="error" id={`${id}e`}>
          {error}
        </p>
      )}
      {children}
    </div>
  );
}

/** Passwords that may be looked at: gives its children the type to draw them with, and shows the switch. */
export function SecretFields(props: {
  label: string;
  children: (type: "password" | "text") => ReactNode;
}): ReactElement {
  const [visible, setVisible] = useState(false);
  return (
    <div data-hj="secrets">
      {props.children(visible ? "text" : "password")}
      <button
        data-hj="reveal"
        type="button"
        aria-pressed={visible}
        onClick={() => setVisible(!visible)}
      >
        {props.label}
      </button>
    </div>
  );
}
