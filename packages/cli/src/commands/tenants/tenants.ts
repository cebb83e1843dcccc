import { group } from "../../lazy.js";

export const tenants = group("tenants", {
  list: {
    summary: "List the tenants whose keys are kept; * is the current one",
    load: async () => (await import("./list.js")).list,
  },
  use: {
    summary: "Make a tenant the current one, by the profile that holds its key",
    load: async () => (await import("./use.js")).use,
  },
});
