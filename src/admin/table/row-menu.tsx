"use client";

import type { UserDetails } from "@hellojohn/contract";
import { type KeyboardEvent, type ReactElement, useId } from "react";
import { adminMenu } from "../../locales/en-admin/menu.js";
import { useMessages } from "../../react/index.js";
import { useRefusals } from "../actions/use-refusals.js";
import type { Dialogs } from "../dialogs.js";
import { type UserAction, userActions } from "../react/user-actions.js";
import { Popover } from "./popover.js";

export interface RowMenuProps {
  user: UserDetails;
  button: HTMLElement;
  onClose: () => void;
  onOpen: Dialogs["open"];
}

const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, Home: -Infinity, End: Infinity };

/** The arrow keys go round; Tab leaves. */
function move(event: KeyboardEvent<HTMLElement>): void {
  const step = steps[event.key];
  if (!step) return;
  event.preventDefault();
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>("[role=menuitem]")];
  const at = items.indexOf(event.target as HTMLElement) + step;
  const last = items.length - 1;
  const to = Number.isFinite(step) ? (at + items.length) % items.length : at < 0 ? 0 : last;
  items[to]?.focus();
}

/** What may be done to one user, and of the rest why not. */
export function RowMenu({ user, button, onClose, onOpen }: RowMenuProps): ReactElement {
  const texts: Record<string, string> = useMessages("adminMenu", adminMenu);
  const refusalOf = useRefusals();
  const id = useId();

  function choose(action: UserAction) {
    onClose();
    button.focus();
    onOpen({ kind: "action", action, user });
  }

  return (
    <Popover
      part="row-menu"
      role="menu"
      label={button.getAttribute("aria-label") ?? ""}
      {...{ button, onClose }}
    >
      <div role="none" onKeyDown={move}>
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
              aria-describedby={refusal && `${id}${action}`}
              onClick={() => !refusal && choose(action)}
            >
              {texts[action]}
              {refusal && <small id={`${id}${action}`}>{texts[refusal] ?? refusal}</small>}
            </button>
          );
        })}
      </div>
    </Popover>
  );
}
