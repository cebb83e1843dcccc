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
  run: BulkRun | undefined;
  state: BulkState | undefined;
  /** Starts a run; while another one is under way, answers that one. */
  start(plan: BulkPlan): BulkRun;
  /** Puts away a run that stands still. */
  clear(): void;
}

const onServer = () => undefined;

/** One action on many users; it goes on when what shows it is gone. */
export function useBulkAction(): UseBulkAction {
  const client = useHelloJohn();
  const admin = useAdmin();
  const cache = useQueryClient();
  const desk = deskOf(client);
  const shown = useSyncExternalStore(desk.subscribe, desk.get, onServer);

  function start(plan: BulkPlan): BulkRun {
    const now = desk.get();
    if (now && isActive(now.state)) return now.run;
    const run = createBulkRun(admin, plan);
    const show = () => desk.set({ run, state: run.get(), userId: admin.userId });
    show();
    run.subscribe(() => {
      if (desk.get()?.run !== run) return;
      show();
      // Whatever it changed is asked for when it stands still.
      if (run.get().status === "running") return;
      void refreshUsers(cache, admin);
      void cache.invalidateQueries({ queryKey: adminKeys.everyUser(admin) });
    });
    void run.start();
    return run;
  }

  return {
    ...{ run: shown?.run, state: shown?.state, start },
    clear() {
      if (!isActive(desk.get()?.state)) desk.set(undefined);
    },
  };
}
