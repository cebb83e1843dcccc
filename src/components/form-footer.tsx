"use client";

import type { ReactElement } from "react";
import { states } from "../locales/en.js";
import { useMessages } from "../react/index.js";
import { Alert, flag, Status } from "./feedback.js";
import { format } from "./format.js";
import type { Outcome } from "./outcome.js";

export interface FormFooterProps {
  outcome: Outcome;
  /** The form's texts by key: the names of its fields, in their order, and codes of its own. */
  labels: Readonly<Record<string, string>>;
  /** What the button does; it saves unless said otherwise. */
  label?: string;
}

/** The button that sends the form, and how that went. */
export function FormFooter({ outcome, labels, label }: FormFooterProps): ReactElement {
  const texts = useMessages("states", states);
  const { status, news, error, errors, conflicts } = outcome;
  const wrong = Object.keys(labels).filter((field) => field in errors || field in conflicts);
  const fields = wrong.map((field) => labels[field]).join(", ");

  return (
    <div data-hj="footer">
      <button data-hj="button" data-primary="" data-pending={flag(status === "saving")}>
        {label ?? texts.save}
      </button>
      <Status>{news ?? (status && texts[status])}</Status>
      {status === "saving" ? null : fields ? (
        <Alert>{format(texts.notSaved, { fields })}</Alert>
      ) : (
        error !== undefined && <Alert error={error} texts={labels} />
      )}
    </div>
  );
}
