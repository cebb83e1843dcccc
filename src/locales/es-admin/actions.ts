import type { Messages } from "../messages.js";

export const adminActions: Messages["adminActions"] = {
  close: "Cerrar",
  cancel: "Cancelar",
  reason: "Motivo",
  reasonHint: "Opcional; queda en el registro",
  reasonUnlike: "El motivo no tiene la forma que debe.",
  ends: "Cerrar también todas sus sesiones",
  ended: "Sesiones cerradas: {count}; cada una se rechaza desde su próxima petición.",
  typed: "Escribe {text} para confirmar",
  notTheSame: "No es lo mismo.",
  yourPassword: "Tu propia contraseña",
  verified: "Correo verificado",
  pending: "{email} está por confirmar",
  proof: "La dirección nueva",
  proofByMail: "vale cuando se abra el enlace que enviamos",
  proofByWord: "está verificada: usarla ya",
  masked:
    "Los datos personales de {email} están ocultos. Para editar hay que mostrarlos, y queda en el registro.",
  reveal: "Mostrar los datos personales",

  createTitle: "Usuario nuevo",
  create: "Crear usuario",
  signIn: "Inicio de sesión",
  withInvitation: "Enviar una invitación para elegir contraseña",
  withPassword: "Poner una contraseña ahora",
  invited: "Se ha invitado a {name} por correo.",
  created: "Se ha creado a {name}.",

  mailText: "Se envía un correo con un enlace a {email}.",
  mailDone: "El correo va de camino a {email}.",
  editDone: "Se ha guardado a {name}.",
  setPasswordText:
    "Vale desde ahora, y los enlaces enviados antes dejan de funcionar. Entrégala por una vía segura.",
  setPasswordDone: "{name} tiene una contraseña nueva.",
  revokeSessionsText:
    "Se cierran todas las sesiones, también las de quien actúa como este usuario.",
  revokeSessionsDone: "Se han cerrado las sesiones de {name}.",
  exportText:
    "Todo lo que se guarda de este usuario, metadatos privados incluidos, en un archivo JSON.",
  exportDone: "Se han descargado los datos de {name}.",
  disableText: "Desde ahora no puede iniciar sesión, hasta que se active de nuevo.",
  disableDone: "{name} ya no puede iniciar sesión.",
  enableText: "Podrá iniciar sesión otra vez.",
  enableDone: "{name} puede iniciar sesión otra vez.",
  deleteText: "La cuenta desaparece para siempre, con todo lo suyo. El registro se conserva.",
  deleteDone: "Se ha eliminado a {name}.",
  impersonateText:
    "Verás esta aplicación como {name}. Lo que hagas queda registrado con los dos nombres.",
  blocked:
    "Mientras tanto no se puede: cambiar contraseña, dirección o segundo factor, eliminar, exportar ni actuar como otros.",
  span: "Duración",
};
