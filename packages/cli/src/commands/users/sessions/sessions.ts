import { group } from "../../../lazy.js";

export const sessions = group("sessions", {
  list: {
    summary: "List sessions",
    load: async () => (await import("./list.js")).list,
  },
  "revoke-all": {
    summary: "Revoke all sessions (force sign-out)",
    load: async () => (await import("./revoke-all.js")).revokeAll,
  },
  revoke: {
    summary: "Revoke one session",
    load: async () => (await import("./revoke.js")).revoke,
  },
});
