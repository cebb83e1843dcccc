import type { SessionStore, StoredSession } from "./session-store.js";

/**
 * Keeps the session in `sessionStorage` or `localStorage`, so that it survives a reload. Any script on the page can read
 * it there; without it, the session lives in memory and is shared by the open tabs.
 */
export function webStorage(
  storage: Pick<Storage, "getItem" | "setItem" | "removeItem">,
  key = "hellojohn.session",
): SessionStore {
  return {
    get() {
      const found: StoredSession | null = JSON.parse(storage.getItem(key) ?? "null");
      return typeof found?.accessToken === "string" ? found : null;
    },
    set: (session) => storage.setItem(key, JSON.stringify(session)),
    remove: () => storage.removeItem(key),
  };
}
