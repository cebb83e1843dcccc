import {
  type FieldMessage,
  type FieldMessages,
  HelloJohnError,
  type Me,
} from "@hellojohn/contract";
import { conflictsIn, type Drafts } from "./drafts.js";

/** What a form knows of its fields. */
export interface DraftFields {
  /** The text of every field this person may edit. */
  shown: (me: Me) => Record<string, string>;
  check: (field: string, text: string) => { value: unknown } | { refused: FieldMessage };
  save: (changes: Record<string, unknown>, version: number) => Promise<Me>;
}

/** How the last attempt to save went. */
export interface Outcome {
  status?: "saving" | "saved" | "merged" | "unchanged";
  errors: FieldMessages;
  error?: unknown;
  /** By field, what someone else has put there meanwhile. */
  conflicts: Record<string, string>;
  /** The person as the server told her last. */
  me?: Me;
  sent?: Drafts;
}

export const nothing: Outcome = { errors: {}, conflicts: {} };
export const saving: Outcome = { ...nothing, status: "saving" };

const isEmpty = (object: object) => Object.keys(object).length === 0;

function checked(sent: Drafts, check: DraftFields["check"]) {
  const changes: Record<string, unknown> = {};
  const errors: FieldMessages = {};
  for (const [field, { mine }] of sent) {
    const answer = check(field, mine);
    if ("refused" in answer) errors[field] = [answer.refused];
    else changes[field] = answer.value;
  }
  return { changes, errors };
}

/** Sends what differs. When someone else was faster, merges what does not overlap and asks about what does. */
export async function saveDrafts(
  drafts: Drafts,
  me: Me,
  fields: DraftFields,
  merges = 0,
): Promise<Outcome> {
  const shown = fields.shown(me);
  const conflicts = conflictsIn(drafts, shown);
  if (!isEmpty(conflicts)) return { ...nothing, conflicts, me };
  const sent = new Map([...drafts].filter(([field]) => Object.hasOwn(shown, field)));
  if (sent.size === 0) return { ...nothing, status: "unchanged", me };
  const { changes, errors } = checked(sent, fields.check);
  if (!isEmpty(errors)) return { ...nothing, errors, me };

  try {
    const saved = await fields.save(changes, me.version);
    return { ...nothing, status: merges ? "merged" : "saved", me: saved, sent };
  } catch (error) {
    if (!HelloJohnError.is(error)) return { ...nothing, error };
    const current = error.current as Me | undefined;
    return error.code === "version_conflict" && current && merges < 5
      ? saveDrafts(drafts, current, fields, merges + 1)
      : { ...nothing, error, errors: error.fields, me };
  }
}
