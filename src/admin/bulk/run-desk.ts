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
  /run|stop|pause/.test(state?.status ?? "");

const desks = new WeakMap<HelloJohnClient, Store<Shown | undefined>>();

const ask = (event: Event) => event.preventDefault();

/** What a page does to many, whatever is mounted. It waits for whoever began it, and ends when she leaves or another comes. */
export function deskOf(client: HelloJohnClient): Store<Shown | undefined> {
  const kept = desks.get(client);
  if (kept) return kept;
  const desk = createStore<Shown | undefined>(undefined);
  desks.set(client, desk);
  desk.subscribe(() => {
    const listen = isActive(desk.get()?.state) ? addEventListener : removeEventListener;
    listen("beforeunload", ask);
  });
  client.session.subscribe(() => {
    const shown = desk.get();
    const session = client.session.get();
    const isOver =
      session.status === "signed-in"
        ? session.userId !== shown?.userId
        : session.status === "signed-out" && session.reason === "signed_out";
    if (!isOver) return;
    desk.set(undefined);
    shown?.run.cancel();
  });
  return desk;
}
