"use client";

import type { ReactElement } from "react";
import { conflict } from "../locales/en.js";
import { useMessages } from "../react/index.js";
import { format } from "./format.js";
import type { DraftForm } from "./use-draft-form.js";

export interface ConflictChoiceProps {
  form: DraftForm;
  field: string;
  label: string;
  /** Turns a stored text into what the person chose by, such as the label of an option. */
  read?: (text: string) => string;
}

/** Two people changed one field: mine, theirs, or what stood there before. */
export function ConflictChoice(props: ConflictChoiceProps): ReactElement | null {
  const { form, field, label, read = String } = props;
  const texts = useMessages("conflict", conflict);
  const theirs = form.outcome.conflicts[field];
  const draft = form.draft(field);
  if (theirs === undefined || !draft) return null;
  const title = format(texts.title, { field: label });

  return (
    <div data-hj="conflict" role="group" aria-label={title}>
      <p>{title}</p>
      {(["mine", "theirs", "original"] as const).map((choice) => (
        <button
          data-hj="choice"
          type="button"
          key={choice}
          onClick={() => form.resolve(field, choice)}
        >
          {texts[choice]} <bdi>{read({ theirs, ...draft }[choice]) || texts.empty}</bdi>
        </button>
      ))}
    </div>
  );
}
