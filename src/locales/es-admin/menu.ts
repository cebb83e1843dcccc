import type { Messages } from "../messages.js";

export const adminMenu: Messages["adminMenu"] = {
  edit: "Editar",
  invite: "Invitar de nuevo",
  resetPassword: "Enviar cambio de contraseña",
  setPassword: "Poner contraseña",
  revokeSessions: "Cerrar todas sus sesiones",
  impersonate: "Actuar como este usuario",
  export: "Exportar sus datos",
  disable: "Desactivar",
  enable: "Activar",
  delete: "Eliminar",
  insufficient_permissions: "No tienes permiso para esto.",
  impersonation_forbidden: "No mientras actúas en nombre de otra persona.",
  self_action: "No en tu propia cuenta. Pídeselo a otro administrador.",
  last_admin: "Nadie más podría administrar la organización.",
  account_disabled: "Esta cuenta está desactivada.",
  already_disabled: "Esta cuenta ya está desactivada.",
  not_disabled: "Esta cuenta no está desactivada.",
  not_pending: "Este usuario ya se ha unido.",
  not_available: "No está disponible en esta página.",
  user_not_found: "Este usuario ya no existe.",
};
