import { adminActions } from "./en-admin/actions.js";
import { impersonation } from "./en-admin/impersonation.js";
import { adminPanel } from "./en-admin/panel.js";
import { adminReveal } from "./en-admin/reveal.js";
import { adminTable } from "./en-admin/table.js";
import { adminTools } from "./en-admin/tools.js";
import { adminMenu } from "./en-admin/menu.js";
import { sessionList } from "./en-sessions.js";
import {
  errors,
  reasons,
  states,
  conflict,
  profileForm,
  pendingEmail,
  passwordForm,
  preferencesForm,
  signInForm,
} from "./en.js";

/** Every English text; apart from those of the forms, or a page with a form would load them all. */
export const en = {
  errors,
  reasons,
  states,
  conflict,
  profileForm,
  pendingEmail,
  passwordForm,
  preferencesForm,
  sessionList,
  signInForm,
  adminReveal,
  adminTable,
  adminTools,
  adminMenu,
  adminActions,
  adminPanel,
  impersonation,
} satisfies Record<string, Record<string, string>>;
