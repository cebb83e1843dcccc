import type { SessionStore } from "@hellojohn/react/client";

const key = "acme.session";

/** Keeps the session for as long as the tab lives, so that a reload does not end it. */
export const tabStore: SessionStore = {
  get: () => JSON.parse(sessionStorage.getItem(key) ?? "null"),
  set: (session) => sessionStorage.setItem(key, JSON.stringify(session)),
  remove: () => sessionStorage.removeItem(key),
};
