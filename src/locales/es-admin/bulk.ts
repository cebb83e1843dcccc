import type { Messages } from "../messages.js";
export const adminBulk: Messages["adminBulk"] = {
  title: "Usuarios seleccionados",
};
