import type { Messages } from "../messages.js";
export const impersonation: Messages["impersonation"] = {
  title: "En nombre de otra persona",
};
