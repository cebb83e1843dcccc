"use client";

import { QueryClient, QueryClientContext } from "@tanstack/react-query";
import { useContext, useEffect, useState } from "react";
import type { HelloJohnClient } from "../client/index.js";
import { keys } from "./keys.js";

/** The app's cache when it has one, else one of our own. */
export function useCache(): { cache: QueryClient; isOwn: boolean } {
  const host = useContext(QueryClientContext);
  const [own] = useState(() => new QueryClient());
  return { cache: host ?? own, isOwn: !host };
}

/** Removes everything that belongs to anyone but the person who acts now. */
function forget(client: HelloJohnClient, cache: QueryClient): void {
  const mine = JSON.stringify(keys.branch(client.session.get()));
  const filters = {
    queryKey: keys.all,
    predicate: ({ queryKey }: { queryKey: readonly unknown[] }) =>
      JSON.stringify(queryKey.slice(0, 3)) !== mine,
  };
  void cache.cancelQueries(filters);
  cache.removeQueries(filters);
}

/** Empties the cache of a person as soon as she leaves or someone else comes, in this tab or another. */
export function useForgetting(client: HelloJohnClient, cache: QueryClient): void {
  useEffect(() => {
    let last = JSON.stringify(keys.branch(client.session.get()));
    return client.session.subscribe(() => {
      const now = JSON.stringify(keys.branch(client.session.get()));
      if (now === last) return;
      last = now;
      forget(client, cache);
      // What she had asked for holds her names, and perhaps her password.
      const mutations = cache.getMutationCache();
      for (const mutation of mutations.findAll({ mutationKey: keys.all }))
        if (mutation.state.status !== "pending") mutations.remove(mutation);
    });
  }, [client, cache]);
}
