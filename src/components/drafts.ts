import type { Me } from "@hellojohn/contract";
import type { HelloJohnClient } from "../client/index.js";
import type { Outcome } from "./save-drafts.js";

/** What someone has typed and not saved, and what stood there when she began. */
export interface Draft {
  original: string;
  mine: string;
}

/** Unsaved text by field. */
export type Drafts = Map<string, Draft>;

/** One form of one person, however often it is mounted. */
export interface Desk {
  readonly drafts: Drafts;
  /** The form on the page now. */
  form: HTMLFormElement | null;
  /** The person as the server last told her, without optimistic guesses. */
  settled?: Me | undefined;
  /** Tells that form how a save went, even one that was begun before it was mounted. */
  tell?: ((outcome: Outcome) => void) | undefined;
  /** A save is under way. */
  busy: boolean;
  /** Another one was asked for meanwhile. */
  again: boolean;
}

interface Store {
  desks: Map<string, Desk>;
  unsubscribe?: (() => void) | undefined;
}

const stores = new WeakMap<HelloJohnClient, Store>();

function storeOf(client: HelloJohnClient): Store {
  const store = stores.get(client) ?? { desks: new Map<string, Desk>() };
  stores.set(client, store);
  return store;
}

/** What is kept of one form of one person, in memory, so that a remount finds it; secrets never go in. */
export function deskOf(client: HelloJohnClient, userId: string, form: string): Desk {
  const { desks } = storeOf(client);
  const key = `${userId} ${form}`;
  const desk = desks.get(key) ?? { drafts: new Map(), form: null, busy: false, again: false };
  desks.set(key, desk);
  return desk;
}

/**
 * Drops unsaved text when its person signs out or another signs in. An ended session may be renewed by the same
 * person, who then finds her text.
 */
export function guardDrafts(client: HelloJohnClient): void {
  const store = storeOf(client);
  store.unsubscribe ??= client.session.subscribe(() => {
    const session = client.session.get();
    for (const [key, { drafts }] of store.desks) {
      const isForeign = session.status === "signed-in" && !key.startsWith(`${session.userId} `);
      const isOver = session.status === "signed-out" && session.reason === "signed_out";
      if (isForeign || isOver) drafts.clear();
    }
    if ([...store.desks.values()].some(({ drafts }) => drafts.size > 0)) return;
    store.unsubscribe?.();
    store.unsubscribe = undefined;
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
