import type { HelloJohnClient } from "../client/index.js";

/** What someone has typed and not saved, and what stood there when she began. */
export interface Draft {
  original: string;
  mine: string;
}

/** Unsaved text by field. */
export type Drafts = Map<string, Draft>;

interface Store {
  byForm: Map<string, Drafts>;
  unsubscribe?: (() => void) | undefined;
}

const stores = new WeakMap<HelloJohnClient, Store>();

function storeOf(client: HelloJohnClient): Store {
  const store = stores.get(client) ?? { byForm: new Map<string, Drafts>() };
  stores.set(client, store);
  return store;
}

/** The unsaved text of one form of one person. It lives in memory, so that a remount finds it; secrets never go in. */
export function draftsOf(client: HelloJohnClient, userId: string, form: string): Drafts {
  const { byForm } = storeOf(client);
  const key = `${userId} ${form}`;
  const drafts = byForm.get(key) ?? new Map<string, Draft>();
  byForm.set(key, drafts);
  return drafts;
}

/**
 * Drops unsaved text when its person signs out or another signs in. An ended session may be renewed by the same
 * person, who then finds her text.
 */
export function guardDrafts(client: HelloJohnClient): void {
  const store = storeOf(client);
  store.unsubscribe ??= client.session.subscribe(() => {
    const session = client.session.get();
    for (const [key, drafts] of store.byForm) {
      const isForeign = session.status === "signed-in" && !key.startsWith(`${session.userId} `);
      const isOver = session.status === "signed-out" && session.reason === "signed_out";
      if (isForeign || isOver) drafts.clear();
    }
    if ([...store.byForm.values()].some((drafts) => drafts.size > 0)) return;
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
