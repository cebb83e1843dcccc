import type { Messages } from "../messages.js";
export const adminReveal: Messages["adminReveal"] = {
  show: "Mostrar",
  email: "Mostrar la dirección de {name}",
  phoneNumber: "Mostrar el número de {name}",
};
