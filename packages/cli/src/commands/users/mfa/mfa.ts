import { group } from "../../../lazy.js";

export const mfa = group("mfa", {
  list: {
    summary: "List factors",
    load: async () => (await import("./list.js")).list,
  },
  remove: {
    summary: "Remove a factor (user must re-enroll)",
    load: async () => (await import("./remove.js")).remove,
  },
});
