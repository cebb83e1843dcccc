"use client";

import type { ReactElement } from "react";
import { errors } from "../../locales/en.js";
import { adminActions } from "../../locales/en-admin/actions.js";
import { adminMenu } from "../../locales/en-admin/menu.js";
import { useMessages } from "../../react/index.js";
import { type DialogRequest, useDialogs } from "../dialogs.js";
import { ActionForm } from "./action-form.js";
import { CreateUserForm } from "./create-user-form.js";
import { EditUser } from "./edit-user.js";
import { Modal } from "./modal.js";
import { nameOf } from "./names.js";
import { useRefusals } from "./use-refusals.js";

type UserDialogProps = Exclude<DialogRequest, { kind: "panel" }>;

/** The dialog that was asked for. */
export function UserDialog(request: UserDialogProps): ReactElement {
  const texts = useMessages("adminActions", adminActions);
  const menu = useMessages("adminMenu", adminMenu);
  const { close } = useDialogs();
  const title =
    request.kind === "create"
      ? texts.createTitle
      : `${menu[request.action]}: ${nameOf(request.user)}`;
  return (
    <Modal part="dialog" title={title} onClose={() => close()}>
      {request.kind === "create" ? <CreateUserForm /> : <Action {...request} />}
    </Modal>
  );
}

function Action({ action, user }: Extract<UserDialogProps, { kind: "action" }>): ReactElement {
  const code = useRefusals()(action, user);
  const menu: Record<string, string> = useMessages("adminMenu", adminMenu);
  const known = useMessages("errors", errors);
  const { close } = useDialogs();
  const texts = useMessages("adminActions", adminActions);
  if (code)
    return (
      <>
        <p>{menu[code] ?? known.unknown}</p>
        <button data-hj="button" type="button" onClick={() => close()}>
          {texts.close}
        </button>
      </>
    );
  if (action === "edit") return <EditUser user={user} />;
  return <ActionForm action={action} user={user} />;
}
