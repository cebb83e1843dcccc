const en = {
  account: "Your account",
  profile: "Profile",
  profileText: "How you appear to others, and how to reach you.",
  password: "Password",
  passwordText: "Use one that you use nowhere else.",
  preferences: "Preferences",
  preferencesText: "They are kept with your account and follow you to every device.",
  devices: "Devices",
  devicesText: "Where you are signed in. End what you do not recognize.",
  users: "Users",
  usersText:
    "Everyone of this tenant, for its administrators. Sign in as Grace to look after them.",
  mailbox: "Mailbox",
  mailboxText: "This demo sends no mail; what it would send arrives here.",
  noMail: "No mail yet. Change your e-mail address, or ask for a new password.",
  open: "Open the link",
  to: "To {address}",
  signOut: "Sign out",
  theme: "Appearance",
  system: "Like the system",
  light: "Light",
  dark: "Dark",
  language: "Language",
  notifications: "Tell me about news by e-mail",
};

export type Texts = typeof en;

const es: Texts = {
  account: "Tu cuenta",
  profile: "Perfil",
  profileText: "Cómo te ven los demás y cómo contactarte.",
  password: "Contraseña",
  passwordText: "Usa una que no uses en ningún otro sitio.",
  preferences: "Preferencias",
  preferencesText: "Se guardan con tu cuenta y te siguen a cada dispositivo.",
  devices: "Dispositivos",
  devicesText: "Dónde has iniciado sesión. Cierra lo que no reconozcas.",
  users: "Usuarios",
  usersText:
    "Todas las personas de este espacio, para quienes lo administran. Entra como Grace para gestionarlas.",
  mailbox: "Buzón",
  mailboxText: "Esta demo no envía correo; lo que enviaría llega aquí.",
  noMail: "Aún no hay correo. Cambia tu dirección o pide una contraseña nueva.",
  open: "Abrir el enlace",
  to: "Para {address}",
  signOut: "Cerrar sesión",
  theme: "Apariencia",
  system: "Como el sistema",
  light: "Claro",
  dark: "Oscuro",
  language: "Idioma",
  notifications: "Avísame de las novedades por correo",
};

export const languages = { en, es };

export type Language = keyof typeof languages;
