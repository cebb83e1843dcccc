"use client";

import type { UserDetails } from "@hellojohn/contract";
import { type ReactElement, useId } from "react";
import { adminMenu } from "../../locales/en-admin/menu.js";
import { useMessages } from "../../react/index.js";
import { useRefusals } from "../actions/use-refusals.js";
import type { DialogRequest } from "../dialogs.js";
import { type UserAction, userActions } from "../react/user-actions.js";
import { Popover } from "./popover.js";
import { walk } from "./walk.js";

export interface RowMenuProps {
  user: UserDetails;
  button: HTMLElement;
  onClose: () => void;
  onOpen: (request: Extract<DialogRequest, { kind: "action" }>) => void;
}

/** What may be done to one user, and of the rest why not. */
export function RowMenu({ user, button, onClose, onOpen }: RowMenuProps): ReactElement {
  const texts: Record<string, string> = useMessages("adminMenu", adminMenu);
  const refusalOf = useRefusals();
  const id = useId();

  return (
    <Popover
      part="row-menu"
      role="menu"
      label={button.getAttribute("aria-label") ?? button.textContent}
      {...{ button, onClose }}
    >
      <div role="none" onKeyDown={walk}>
        {(Object.keys(userActions) as UserAction[]).map((action) => {
          const refusal = refusalOf(action, user);
          return (
            <button
              key={action}
              data-hj="menu-item"
              data-action={action}
              type="button"
              role="menuitem"
              tabIndex={-1}
              aria-disabled={refusal ? true : undefined}
              aria-describedby={refusal && id + action}
              onClick={() => {
                if (refusal) return;
                onClose();
                button.focus();
                onOpen({ kind: "action", action, user });
              }}
            >
              {texts[action]}
              {refusal && <small id={id + action}>{texts[refusal] ?? refusal}</small>}
            </button>
          );
        })}
      </div>
    </Popover>
  );
}
