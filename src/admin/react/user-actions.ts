import type { EndpointName, Permissions, RestrictedAction, UserDetails } from "@hellojohn/contract";

/** What of a user decides whether something may be done to her. */
type Subject = Pick<UserDetails, "status" | "disabled" | "restrictions">;

interface ActionRule {
  /** The endpoint it calls. */
  operation: EndpointName;
  /** What the server may say against it for one user. */
  restriction?: RestrictedAction;
  /** A reason that lies in the user as she is now. */
  unless?: (user: Subject) => string | undefined;
}

const disabled = (user: Subject) => (user.disabled ? "account_disabled" : undefined);

/** What an administrator may do to a user, in the order of a menu. */
export const userActions = {
  edit: { operation: "updateUser" },
  invite: {
    operation: "sendPasswordReset",
    unless: (user) => (user.status === "pending" ? undefined : "not_pending"),
  },
  resetPassword: { operation: "sendPasswordReset", unless: disabled },
  setPassword: { operation: "setUserPassword" },
  revokeSessions: { operation: "revokeUserSessions" },
  impersonate: { operation: "impersonate", restriction: "impersonate", unless: disabled },
  export: { operation: "exportUser" },
  disable: {
    operation: "disableUser",
    restriction: "disable",
    unless: (user) => (user.disabled ? "already_disabled" : undefined),
  },
  enable: {
    operation: "enableUser",
    unless: (user) => (user.disabled ? undefined : "not_disabled"),
  },
  delete: { operation: "deleteUser", restriction: "delete" },
} as const satisfies Record<string, ActionRule>;

export type UserAction = keyof typeof userActions;

/** Whether one may call this; while that is not known, the server has the word. */
export const isPermitted = (
  permissions: Permissions | undefined,
  operation: EndpointName,
): boolean => permissions?.operations.includes(operation) !== false;

/** The code with which an action would be refused, told before it is tried; nothing when it may be tried. */
export function refusalOf(
  action: UserAction,
  user: Subject,
  permissions: Permissions | undefined,
): string | undefined {
  const { operation, restriction, unless }: ActionRule = userActions[action];
  if (!isPermitted(permissions, operation)) return "insufficient_permissions";
  return (restriction && user.restrictions?.[restriction]) ?? unless?.(user);
}
