"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useSyncExternalStore } from "react";
import { useHelloJohn } from "../../react/index.js";
import { useAdmin } from "../react/context.js";
import { adminKeys } from "../react/keys.js";
import { refreshUsers } from "../react/user-cache.js";
import type { BulkState } from "./bulk-ledger.js";
import type { BulkPlan } from "./plan-bulk-run.js";
import { type BulkRun, createBulkRun } from "./run-bulk.js";
import { deskOf, isActive } from "./run-desk.js";

export interface UseBulkAction {
  /** The run that was started last, wherever that was, until it is put away. */
  run?: BulkRun | undefined;
  state?: BulkState | undefined;
  /** Starts a run; while another one is under way, answers that one. */
  start(plan: BulkPlan): BulkRun;
  /** Puts away a run that stands still. */
  clear(): void;
}

const onServer = () => undefined;

/** One action on many users; it goes on when what shows it is gone. */
export function useBulkAction(): UseBulkAction {
  const admin = useAdmin();
  const cache = useQueryClient();
  const desk = deskOf(useHelloJohn());
  const shown = useSyncExternalStore(desk.subscribe, desk.get, onServer);
  const isHers = shown?.userId === admin.userId;

  function start(plan: BulkPlan): BulkRun {
    const now = desk.get();
    if (now && isActive(now.state)) return now.run;
    const run = createBulkRun(admin, plan);
    run.subscribe(() => {
      const state = run.get();
      desk.set({ run, state, userId: admin.userId });
      // Whatever it changed is asked for when it stands still.
      if (isActive(state)) return;
      void refreshUsers(cache, admin);
      void cache.invalidateQueries({ queryKey: adminKeys.everyUser(admin) });
    });
    void run.start();
    return run;
  }

  return {
    ...{ ...(isHers && shown), start },
    clear() {
      if (!isActive(desk.get()?.state)) desk.set(undefined);
    },
  };
}
