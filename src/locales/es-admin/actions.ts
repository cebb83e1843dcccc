import type { Messages } from "../messages.js";
export const adminActions: Messages["adminActions"] = {
  title: "Acciones",
};
