import type { Lazy } from "../lazy.js";

/** The program's commands. */
export const commands: Readonly<Record<string, Lazy>> = {
  users: {
    summary: "Manage the users of a tenant",
    load: async (words) => (await import("./users/users.js")).users(words),
  },
  login: {
    summary: "Keep a server and a key, after trying them",
    load: async () => (await import("./login.js")).login,
  },
  logout: {
    summary: "Forget the key of a profile",
    load: async () => (await import("./logout.js")).logout,
  },
  whoami: {
    summary: "Tell whose key is used, and what it may do",
    load: async () => (await import("./whoami.js")).whoami,
  },
  tenants: {
    summary: "Choose between tenants",
    load: async (words) => (await import("./tenants/tenants.js")).tenants(words),
  },
  profiles: {
    summary: "Choose between logins",
    load: async (words) => (await import("./profiles/profiles.js")).profiles(words),
  },
  completion: {
    summary: "Print what lets a shell complete the program's words",
    load: async () => (await import("./completion.js")).completion,
  },
  dev: {
    summary: "Run a HelloJohn of your own, with people to try",
    load: async () => (await import("./dev.js")).dev,
  },
};
