import type { UserAction } from "../react/user-actions.js";

/** What is asked before an action. */
export interface Ask {
  /** It cannot be taken back at once. */
  danger?: true;
  /** A reason may be given, or must be. */
  reason?: "optional" | "required";
  /** By which name sessions may be ended too, and whether that is what most want. */
  ends?: readonly [name: string, usual: boolean];
  /** The address is typed once more. */
  typed?: true;
  password?: true;
  /** For how long. */
  span?: true;
}

export const asks: Record<Exclude<UserAction, "edit">, Ask> = {
  invite: {},
  resetPassword: { ends: ["revokeSessions", false] },
  setPassword: { password: true, ends: ["signOutAllSessions", true] },
  revokeSessions: { danger: true },
  impersonate: { reason: "required", span: true },
  export: {},
  disable: { danger: true, reason: "optional", ends: ["revokeSessions", true] },
  enable: { reason: "optional" },
  delete: { danger: true, reason: "optional", typed: true },
};
