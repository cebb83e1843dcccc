import type { UserAction } from "../react/user-actions.js";

/** What is asked before an action. */
export interface Ask {
  /** It cannot be taken back at once. */
  danger?: true | undefined;
  /** A reason may be given, or must be. */
  reason?: "optional" | "required" | undefined;
  /** By which name sessions may be ended too, as most want. */
  ends?: string;
  /** Of whom it is about is typed once more. */
  typed?: boolean | undefined;
  password?: true;
  /** For how long. */
  span?: true;
}

export const asks: Record<Exclude<UserAction, "edit"> | "role", Ask> = {
  invite: {},
  resetPassword: {},
  setPassword: { password: true, ends: "signOutAllSessions" },
  revokeSessions: {},
  role: {},
  impersonate: { reason: "required", span: true },
  export: {},
  enable: { reason: "optional" },
  disable: { danger: true, reason: "optional", ends: "revokeSessions" },
  delete: { danger: true, reason: "optional", typed: true },
};
