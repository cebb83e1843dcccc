"use client";

import type { ReactElement } from "react";
import { errors, states } from "../locales/en.js";
import { useMessages } from "../react/index.js";
import { Alert, Status } from "./feedback.js";
import { errorText, format } from "./format.js";

export interface FormFooterProps {
  /** What the button does. */
  label: string;
  pending: boolean;
  news?: string | undefined;
  error?: unknown;
  /** The names of fields as people read them, in their order; those at fault are told. */
  labels: Readonly<Record<string, string>>;
  wrong: object;
}

/** The button that sends the form, and how that went. */
export function FormFooter(props: FormFooterProps): ReactElement {
  const { label, pending, news, error, labels } = props;
  const { notSaved } = useMessages("states", states);
  const reasons = useMessages("errors", errors);
  const wrong = Object.keys(labels).filter((field) => Object.hasOwn(props.wrong, field));

  return (
    <div data-hj="footer">
      <button data-hj="button" data-primary="" data-pending={pending ? "" : undefined}>
        {label}
      </button>
      <Status>{news}</Status>
      {wrong.length > 0 ? (
        <Alert>
          {format(notSaved, { fields: wrong.map((field) => labels[field]).join(", ") })}
        </Alert>
      ) : (
        error !== undefined && <Alert>{errorText(reasons, error)}</Alert>
      )}
    </div>
  );
}
