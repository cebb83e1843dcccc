import type { Messages } from "../messages.js";
export const adminPanel: Messages["adminPanel"] = {
  title: "Detalles",
};
