"use client";

import type { ReactElement } from "react";
import { errors } from "../../locales/en.js";
import { adminActions } from "../../locales/en-admin/actions.js";
import { adminMenu } from "../../locales/en-admin/menu.js";
import { useMessages } from "../../react/index.js";
import { type DialogRequest, useDialogs } from "../dialogs.js";
import { usePermissions } from "../react/hooks.js";
import { ActionForm } from "./action-form.js";
import { CreateUserForm } from "./create-user-form.js";
import { EditUser } from "./edit-user.js";
import { Modal } from "./modal.js";
import { nameOf } from "./names.js";
import { useRefusals } from "./use-refusals.js";

type UserDialogProps = Exclude<DialogRequest, { kind: "panel" }>;

/** The dialog that was asked for; what may not be done says why in its place. */
export function UserDialog(request: UserDialogProps): ReactElement {
  const texts = useMessages("adminActions", adminActions);
  const menu: Record<string, string> = useMessages("adminMenu", adminMenu);
  const known = useMessages("errors", errors);
  const { data: permissions } = usePermissions();
  const refusalOf = useRefusals();
  const { close } = useDialogs();
  const isNew = request.kind === "create";
  const mayCreate = permissions?.operations.includes("createUser") ?? true;
  const code = isNew
    ? !mayCreate && "insufficient_permissions"
    : refusalOf(request.action, request.user);
  const title = isNew ? texts.createTitle : `${menu[request.action]}: ${nameOf(request.user)}`;

  return (
    <Modal part="dialog" title={title} onClose={() => close()}>
      {code ? (
        <>
          <p>{menu[code] ?? known.unknown}</p>
          <button data-hj="button" type="button" onClick={() => close()}>
            {texts.close}
          </button>
        </>
      ) : isNew ? (
        <CreateUserForm />
      ) : request.action === "edit" ? (
        <EditUser user={request.user} />
      ) : (
        <ActionForm action={request.action} user={request.user} />
      )}
    </Modal>
  );
}
