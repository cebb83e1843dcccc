import type { Messages } from "../messages.js";
export const adminTable: Messages["adminTable"] = {
  title: "Usuarios",
};
