import type { Messages } from "../messages.js";
export const adminTools: Messages["adminTools"] = {
  any: "Cualquiera",
  createdAfter: "Creado desde",
  createdBefore: "Creado hasta",
  org: "Organización",
  columns: "Columnas",
  earlier: "Adelantar {column}",
  width: "Anchura de {column}",
  usual: "Columnas habituales",
  views: "Vistas guardadas",
  name: "Nombre de la vista",
  save: "Guardar vista",
  forget: "Eliminar {view}",
  export: "Exportar como {format}",
  exported: "Exportado",
};
