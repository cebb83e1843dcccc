"use client";

import type { ReactElement } from "react";
import { states } from "../locales/en.js";
import { useMessages } from "../react/index.js";
import { FormFooter } from "./form-footer.js";
import type { Outcome } from "./save-drafts.js";

/** Saves what was typed, and says how that went. */
export function DraftFormFooter(props: {
  outcome: Outcome;
  labels: Readonly<Record<string, string>>;
}): ReactElement {
  const texts = useMessages("states", states);
  const { status, error, errors, conflicts } = props.outcome;
  return (
    <FormFooter
      label={texts.save}
      pending={status === "saving"}
      news={status && texts[status]}
      error={error}
      labels={props.labels}
      wrong={{ ...errors, ...conflicts }}
    />
  );
}
