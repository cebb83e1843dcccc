"use client";

import type { UserDetails } from "@hellojohn/contract";
import { type ReactElement, useId } from "react";
import { adminMenu } from "../../locales/en-admin/menu.js";
import { adminPanel } from "../../locales/en-admin/panel.js";
import { useMessages } from "../../react/index.js";
import { useRefusals } from "../actions/use-refusals.js";
import { useDialogs } from "../dialogs.js";
import { type UserAction, userActions } from "../react/user-actions.js";

/** What says only that there is nothing to do. */
const idle = ["already_disabled", "not_disabled", "not_pending"];

export interface PanelActionsProps {
  user: UserDetails;
  /** Does in place of the panel what leaves no user to show in it. */
  leave: (action: UserAction) => void;
}

/** What may be done to the user; what may not says why. */
export function PanelActions({ user, leave }: PanelActionsProps): ReactElement {
  const menu: Record<string, string> = useMessages("adminMenu", adminMenu);
  const { actions } = useMessages("adminPanel", adminPanel);
  const refusalOf = useRefusals();
  const { open } = useDialogs();
  const id = useId();

  function run(action: UserAction) {
    if (action === "delete" || action === "impersonate") leave(action);
    else open({ kind: "action", action, user });
  }

  return (
    <div data-hj="actions" role="group" aria-label={actions}>
      {(Object.keys(userActions) as UserAction[]).map((action) => {
        const code = refusalOf(action, user);
        // Editing has a tab of its own.
        if (action === "edit" || (code && idle.includes(code))) return null;
        return (
          <span key={action}>
            <button
              data-hj="button"
              data-danger={action === "delete" ? "" : undefined}
              type="button"
              aria-disabled={code ? true : undefined}
              aria-describedby={code && id + action}
              onClick={() => code ?? run(action)}
            >
              {menu[action]}
            </button>
            {code && (
              <span data-hj="why" role="tooltip" id={id + action}>
                {menu[code] ?? code}
              </span>
            )}
          </span>
        );
      })}
    </div>
  );
}
