"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useSyncExternalStore } from "react";
import { useHelloJohn } from "../../react/index.js";
import { useAdmin } from "../react/context.js";
import { adminKeys } from "../react/keys.js";
import { refreshUsers } from "../react/user-cache.js";
import type { BulkState } from "./bulk-ledger.js";
import type { BulkPlan } from "./plan-bulk-run.js";
import type { BulkRun } from "./run-bulk.js";
import { deskOf } from "./run-desk.js";

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
  const desk = deskOf(client, admin);
  const shown = useSyncExternalStore(desk.subscribe, desk.get, onServer);

  return {
    ...{ run: shown?.run, state: shown?.state },
    start: (plan) =>
      desk.start(plan, {
        admin,
        onStep() {
          void refreshUsers(cache, admin);
          void cache.invalidateQueries({ queryKey: adminKeys.everyUser(admin) });
        },
      }),
    clear: desk.clear,
  };
}
