"use client";

import type { EndpointName, UserDetails } from "@hellojohn/contract";
import { useImpersonation } from "../impersonation/context.js";
import { usePermissions } from "../react/hooks.js";
import { isPermitted, refusalOf, type UserAction } from "../react/user-actions.js";

/** Tells the code with which an action would be refused on this page; nothing when it may be tried. */
export function useRefusals(): (action: UserAction, user: UserDetails) => string | undefined {
  const { data: permissions } = usePermissions();
  const { active, start } = useImpersonation();
  return (action, user) => {
    // With one's own password goes the current one, which this does not ask for.
    if (action === "setPassword" && permissions?.actorId === user.id) return "self_action";
    if (action !== "impersonate") return refusalOf(action, user, permissions);
    if (active) return "impersonation_forbidden";
    return refusalOf(action, user, permissions) ?? (start ? undefined : "not_available");
  };
}

/** Whether the administrator may call this, as far as is known. */
export const useMay = (operation: EndpointName): boolean =>
  isPermitted(usePermissions().data, operation);
