import type { Messages } from "../messages.js";

export const adminBulk: Messages["adminBulk"] = {
  title: "Usuarios seleccionados",
  selected: "{count} seleccionados",
  clear: "Quitar",
  role: "Cambiar rol",
  newRole: "Nuevo rol",
  already_role: "Ya tiene este rol.",
  another: "Hay otra acción en curso.",
  goOn: "Seguir",
  stop: "Parar",
  done: "Hecho",
  unchanged: "Ya estaba así",
  skipped: "Omitidos",
  refused: "Rechazados",
  failed: "Sin respuesta clara",
  not_tried: "Sin intentar",
  report: "Informe",
  close: "Cerrar",
};
