import { group } from "../../lazy.js";

export const profiles = group("profiles", {
  list: {
    summary: "List the logins that are kept; * is the current one",
    load: async () => (await import("./list.js")).list,
  },
  use: {
    summary: "Make a profile the current one",
    load: async () => (await import("./use.js")).use,
  },
});
