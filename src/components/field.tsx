"use client";

import { type ComponentProps, type ReactElement, type ReactNode, useId } from "react";

/** What a control needs to be tied to its label and notes. */
export type ControlProps = ComponentProps<"input">;

export interface FieldProps extends ComponentProps<"input"> {
  label: ReactNode;
  /** What to enter, said before anyone goes wrong. */
  hint?: string | undefined;
  error?: string | undefined;
  /** Why this is read-only; its presence makes it so. */
  reason?: string | undefined;
  /** Draws something other than an `input`. */
  control?: (props: ControlProps) => ReactElement;
  /** Stands below the control, such as a choice between two versions. */
  children?: ReactNode;
}

const input = (props: ControlProps): ReactElement => <input {...props} />;

/** A labelled control whose hint, reason and error are read out with it. */
export function Field(props: FieldProps): ReactElement {
  const { label, hint, error, reason, control = input, children, ...rest } = props;
  const id = useId();
  const notes = { hint: reason ?? hint, error };
  const described = Object.entries(notes).flatMap(([kind, text]) => (text ? `${id}${kind}` : []));
  const described_by = [rest["aria-describedby"], ...described].filter(Boolean).join(" ");

  return (
    <div
      data-hj="field"
      data-field={rest.name}
      data-type={rest.type}
      data-invalid={error ? "" : undefined}
      data-readonly={reason ? "" : undefined}
    >
      <label data-hj="label" htmlFor={id}>
        {label}
      </label>
      {control({
        "data-hj": "input",
        ...rest,
        id,
        ...(reason && { readOnly: true, name: undefined }),
        "aria-invalid": error ? true : undefined,
        "aria-describedby": described_by || undefined,
      } as ControlProps)}
      {notes.hint && (
        <p data-hj="hint" id={`${id}hint`}>
          {notes.hint}
        </p>
      )}
      {error && (
        <p data-hj="error" id={`${id}error`}>
          {error}
        </p>
      )}
      {children}
    </div>
  );
}
