import type { FieldMessages, Me } from "@hellojohn/contract";
import type { Drafts } from "./drafts.js";
import type { Person } from "./person.js";

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
  settled?: Person;
  /** What was saved, and the person since. */
  sent?: Drafts;
  saved?: Me;
}

export const nothing: Outcome = { errors: {}, conflicts: {} };

/** Something was typed: what was said of this field no longer holds. */
export const without = (field: string, { errors, conflicts, error }: Outcome): Outcome => {
  const { [field]: _fixed, ...rest } = errors;
  return { conflicts, error, errors: rest };
};

/** Takes the person to what she has to look at next. */
export function focusFirst(form: HTMLFormElement | null): void {
  form?.querySelector<HTMLElement>("[aria-invalid=true], [data-hj=conflict] button")?.focus();
}
