import type { HelloJohnClient } from "../client/index.js";

/** What someone has typed and not saved, and what stood there when she began. */
export interface Draft {
  original: string;
  mine: string;
}

/** Unsaved text by field. */
export type Drafts = Map<string, Draft>;

const stores = new WeakMap<HelloJohnClient, Map<string, Drafts>>();

function storeOf(client: HelloJohnClient) {
  const known = stores.get(client);
  if (known) return known;
  const store = new Map<string, Drafts>();
  stores.set(client, store);
  // An ended session may be renewed by the same person, who then finds her text; anyone else finds nothing.
  client.session.subscribe(() => {
    const session = client.session.get();
    for (const key of store.keys()) {
      const isForeign = session.status === "signed-in" && !key.startsWith(`${session.userId} `);
      const isOver = session.status === "signed-out" && session.reason === "signed_out";
      if (isForeign || isOver) store.delete(key);
    }
  });
  return store;
}

/** The unsaved text of one form of one person. It lives in memory, so that a remount finds it; secrets never go in. */
export function draftsOf(client: HelloJohnClient, userId: string, form: string): Drafts {
  const store = storeOf(client);
  const key = `${userId} ${form}`;
  const drafts = store.get(key) ?? new Map<string, Draft>();
  store.set(key, drafts);
  return drafts;
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
