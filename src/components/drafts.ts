import type { HelloJohnClient } from "../client/index.js";
import type { Drafts, Subject } from "./draft.js";
import type { Outcome } from "./outcome.js";

/** One form of one person, however often it is mounted. */
export interface Desk {
  readonly drafts: Drafts;
  /** The form on the page now. */
  form: HTMLFormElement | null;
  /** Tells that form how a save went, even one that was begun before it was mounted. */
  tell?: (outcome: Outcome) => void;
  /** The person as the server last told her, without optimistic guesses. */
  settled?: Subject;
  /** A save is under way. */
  busy?: boolean | undefined;
  /** Another one was asked for meanwhile. */
  again?: boolean | undefined;
}

const desks = new WeakMap<HelloJohnClient, Map<string, Desk>>();
const guarded = new WeakSet<HelloJohnClient>();

/** What is kept of one form of one person, in memory, so that a remount finds it; secrets never go in. */
export function deskOf(client: HelloJohnClient, userId: string, form: string): Desk {
  const all = desks.get(client) ?? new Map<string, Desk>();
  const key = `${userId} ${form}`;
  const desk = all.get(key) ?? { drafts: new Map(), form: null };
  desks.set(client, all.set(key, desk));
  return desk;
}

/**
 * Drops unsaved text when someone signs out. An ended session may be renewed by the same person, who then finds
 * her text; nobody else ever does.
 */
export function guardDrafts(client: HelloJohnClient): void {
  if (guarded.has(client)) return;
  guarded.add(client);
  client.session.subscribe(() => {
    const session = client.session.get();
    if (session.status === "signed-out" && session.reason === "signed_out") desks.delete(client);
  });
}

/** Fields that were typed into while someone else changed them to something else, with what stands there now. */
export function conflictsIn(drafts: Drafts, shown: Record<string, string>): Record<string, string> {
  const conflicts: Record<string, string> = {};
  for (const [field, { original, mine }] of drafts) {
    const theirs = shown[field];
    if (theirs !== undefined && theirs !== original && theirs !== mine) conflicts[field] = theirs;
  }
  return conflicts;
}
