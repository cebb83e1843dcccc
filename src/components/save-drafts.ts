import type { FieldMessage, FieldMessages } from "@hellojohn/contract";
import { currentOf, HelloJohnError } from "@hellojohn/contract/errors";
import type { Drafts, Subject } from "./draft.js";
import { conflictsIn } from "./drafts.js";
import { nothing, type Outcome } from "./outcome.js";

/** What a form knows of its fields. */
export interface DraftFields<Shown extends Subject, Saved extends Shown> {
  /** The text of every field this person may edit. */
  shown: (subject: Shown) => Record<string, string>;
  check: (field: string, text: string) => { value: unknown } | { refused: FieldMessage };
  /** `values` holds what is sent along but never kept, such as a password. */
  save: (changes: Record<string, unknown>, version: number, values: FormData) => Promise<Saved>;
}

/** Sends what differs. When someone else was faster, merges what does not overlap and asks about what does. */
export async function saveDrafts<Shown extends Subject, Saved extends Shown>(
  drafts: Drafts,
  me: Shown,
  fields: DraftFields<Shown, Saved>,
  values: FormData,
  merges = 0,
): Promise<Outcome> {
  const shown = fields.shown(me);
  const conflicts = conflictsIn(drafts, shown);
  const errors: FieldMessages = {};
  const changes: Record<string, unknown> = {};
  const sent: Drafts = new Map();
  for (const [field, draft] of drafts) {
    if (shown[field] === undefined) continue;
    const answer = fields.check(field, draft.mine);
    sent.set(field, draft);
    if ("refused" in answer) errors[field] = [answer.refused];
    else changes[field] = answer.value;
  }
  if (sent.size === 0) return { ...nothing, status: "unchanged" };
  if (Object.keys({ ...errors, ...conflicts }).length > 0)
    return { errors, conflicts, settled: me };

  try {
    const saved = await fields.save(changes, me.version, values);
    return { ...nothing, status: merges ? "merged" : "saved", settled: saved, saved, sent };
  } catch (error) {
    const current = currentOf(error);
    if (current && merges < 5)
      return saveDrafts(drafts, current as Shown, fields, values, merges + 1);
    if (!HelloJohnError.is(error)) return { ...nothing, error };
    const isAsking = error.code === "reauthentication_required";
    return { ...nothing, error, errors: isAsking ? { currentPassword: [error] } : error.fields };
  }
}
