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

/** Empties the cache of a person as soon as she leaves or someone else comes, in this tab or another. */
export function useForgetting({ session }: HelloJohnClient, cache: QueryClient): void {
  useEffect(() => {
    const branch = () => JSON.stringify(keys.branch(session.get()));
    let mine = branch();
    return session.subscribe(() => {
      if (mine === branch()) return;
      mine = branch();
      const others = {
        queryKey: keys.all,
        predicate: ({ queryKey }: { queryKey: readonly unknown[] }) =>
          JSON.stringify(queryKey.slice(0, 3)) !== mine,
      };
      void cache.cancelQueries(others);
      cache.removeQueries(others);
      // What she had asked for holds her names, and perhaps her password.
      const mutations = cache.getMutationCache();
      for (const mutation of mutations.findAll({ mutationKey: keys.all }))
        if (mutation.state.status !== "pending") mutations.remove(mutation);
    });
  }, [session, cache]);
}
