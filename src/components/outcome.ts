"use client";

import type { FieldMessages } from "@hellojohn/contract";
import {
  type Dispatch,
  type RefObject,
  type SetStateAction,
  useEffect,
  useRef,
  useState,
} from "react";
import type { Drafts, Subject } from "./draft.js";

/** How sending a form went. */
export interface Outcome {
  status?: "saving" | "saved" | "merged" | "unchanged" | undefined;
  /** An attempt has just ended: what is wrong takes the focus. */
  fresh?: boolean;
  /** What to tell instead of the status. */
  news?: string | undefined;
  error?: unknown;
  errors: FieldMessages;
  /** By field, what someone else has put there meanwhile. */
  conflicts: Record<string, string>;
  /** The person as the server told her last. */
  settled?: Subject;
  /** What was saved, and the person since. */
  sent?: Drafts;
  saved?: Subject;
}

export const nothing: Outcome = { errors: {}, conflicts: {} };

/** Something was typed: what was said of this field no longer holds. */
export const without = (field: string, { errors, conflicts, error }: Outcome): Outcome => {
  const { [field]: _fixed, ...rest } = errors;
  return { conflicts, error, errors: rest };
};

/** How sending a form went; when it went wrong, the form takes the person to what she has to look at next. */
export function useOutcome(
  first: Outcome = nothing,
): [RefObject<HTMLFormElement | null>, Outcome, Dispatch<SetStateAction<Outcome>>] {
  const form = useRef<HTMLFormElement>(null);
  const [outcome, setOutcome] = useState(first);
  useEffect(() => {
    const wrong = "[aria-invalid=true], [data-hj=conflict] button";
    if (outcome.fresh) form.current?.querySelector<HTMLElement>(wrong)?.focus();
  }, [outcome]);
  return [form, outcome, setOutcome];
}
