import type { HelloJohnClient } from "../../client/index.js";
import type { BulkState } from "./bulk-ledger.js";
import type { BulkRun } from "./run-bulk.js";
import { createStore, type Store } from "./store.js";

/** The run that was started last, where it stands, and who began it. */
export interface Shown {
  readonly run: BulkRun;
  readonly state: BulkState;
  readonly userId: string | undefined;
}

export const isActive = (state: BulkState | undefined): boolean =>
  /running|stopping/.test(state?.status ?? "");

const desks = new WeakMap<HelloJohnClient, Store<Shown | undefined>>();

const ask = (event: Event) => event.preventDefault();

/** What a page does to many, whatever is mounted. What one person asked for is never done as another. */
export function deskOf(client: HelloJohnClient): Store<Shown | undefined> {
  const kept = desks.get(client);
  if (kept) return kept;
  const desk = createStore<Shown | undefined>(undefined);
  desks.set(client, desk);
  desk.subscribe(() => {
    const listen = isActive(desk.get()?.state) ? addEventListener : removeEventListener;
    listen("beforeunload", ask);
  });
  client.session.subscribe(() => desk.get()?.run.cancel("signed_out"));
  return desk;
}
