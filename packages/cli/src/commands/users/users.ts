import { group } from "../../lazy.js";

export const users = group("users", {
  list: {
    summary: "List users with optional filters",
    load: async () => (await import("./list.js")).list,
  },
  get: {
    summary: "Get a single user's details",
    load: async () => (await import("./get.js")).get,
  },
  create: {
    summary: "Create a user (skips email verification)",
    load: async () => (await import("./create.js")).create,
  },
  update: {
    summary: "Update user profile fields",
    load: async () => (await import("./update.js")).update,
  },
  disable: {
    summary: "Disable a user account",
    load: async () => (await import("./disable.js")).disable,
  },
  enable: {
    summary: "Re-enable a disabled account",
    load: async () => (await import("./enable.js")).enable,
  },
  delete: {
    summary: "Permanently delete a user",
    load: async () => (await import("./delete.js")).remove,
  },
  "reset-password": {
    summary: "Mail a link to set a new password, or set a temporary one",
    load: async () => (await import("./reset-password.js")).resetPassword,
  },
  impersonate: {
    summary: "Get a short-lived session token for a user",
    load: async () => (await import("./impersonate.js")).impersonate,
  },
  sessions: {
    summary: "List or revoke user sessions",
    load: async (words) => (await import("./sessions/sessions.js")).sessions(words),
  },
  mfa: {
    summary: "Manage user MFA factors",
    load: async (words) => (await import("./mfa/mfa.js")).mfa(words),
  },
  export: {
    summary: "Export all data for a user (GDPR)",
    load: async () => (await import("./export.js")).exportUser,
  },
});
