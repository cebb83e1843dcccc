import { linkNames, linkState } from "./link-state.js";
import type { TableState } from "./table-state.js";

const changed = "hellojohn:table";

/**
 * Keeps what a table shows in the page's address, so that it can be shared and the back button works. Addresses someone
 * searched for stay in the history's own state. A `prefix` keeps two tables on one page apart.
 */
export function browserTableState({ prefix = "" }: { prefix?: string } = {}): TableState {
  const isOwn = (name: string) =>
    name.startsWith(prefix) && linkNames.has(name.slice(prefix.length));
  const textKey = `hellojohn:${prefix}`;
  return linkState({
    read() {
      const params = new URLSearchParams(globalThis.location?.search);
      const own = [...params].filter(([name]) => isOwn(name));
      const named = own.map(([name, value]) => [name.slice(prefix.length), value]);
      return new URLSearchParams(named).toString();
    },
    readText: () => globalThis.history?.state?.[textKey],
    write(search, { replace, text }) {
      const url = new URL(location.href);
      for (const name of [...url.searchParams.keys()].filter(isOwn)) url.searchParams.delete(name);
      for (const [name, value] of new URLSearchParams(search))
        url.searchParams.set(prefix + name, value);
      const state = { ...history.state, [textKey]: text };
      if (replace) history.replaceState(state, "", url);
      else history.pushState(state, "", url);
      // Another part of the page may show the same table.
      dispatchEvent(new Event(changed));
    },
    subscribe(listener) {
      for (const event of ["popstate", changed]) addEventListener(event, listener);
      return () => {
        for (const event of ["popstate", changed]) removeEventListener(event, listener);
      };
    },
  });
}
