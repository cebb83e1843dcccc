import type { Messages } from "../messages.js";

export const impersonation: Messages["impersonation"] = {
  title: "Actuando en nombre de otra persona",
  acting: "Actúas como {name}",
  left: "Quedan {time}",
  stop: "Terminar",
  lastMinutes: "Actúas como {name}: quedan menos de cinco minutos",
  lastMinute: "Actúas como {name}: queda menos de un minuto",
  signed_out: "Ya no actúas como {name}.",
  session_expired: "El tiempo para actuar como {name} ha terminado.",
  session_revoked: "La actuación como {name} se ha terminado en otro lugar.",
};
