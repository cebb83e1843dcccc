"use client";

import type { ReactElement } from "react";
import { errors, states } from "../locales/en.js";
import { useMessages } from "../react/index.js";
import { Alert, Status } from "./feedback.js";
import { errorText, format } from "./format.js";
import type { Outcome } from "./save-drafts.js";

export interface FormFooterProps {
  outcome: Outcome;
  /** The names of the fields as the person reads them. */
  labels: Readonly<Record<string, string>>;
}

/** The button that saves, and how saving went. */
export function FormFooter({ outcome, labels }: FormFooterProps): ReactElement {
  const texts = useMessages("states", states);
  const reasons = useMessages("errors", errors);
  const { status, error } = outcome;
  const wrong = Object.keys({ ...outcome.errors, ...outcome.conflicts }).flatMap(
    (field) => labels[field] ?? [],
  );

  return (
    <div data-hj="footer">
      <button data-hj="button" data-primary="" data-pending={status === "saving" ? "" : undefined}>
        {texts.save}
      </button>
      <Status>{status && texts[status]}</Status>
      {wrong.length > 0 ? (
        <Alert>{format(texts.notSaved, { fields: wrong.join(", ") })}</Alert>
      ) : (
        error !== undefined && <Alert>{errorText(reasons, error)}</Alert>
      )}
    </div>
  );
}
