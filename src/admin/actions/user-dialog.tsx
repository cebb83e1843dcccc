"use client";

import type { ReactElement } from "react";
import { format } from "../../components/format.js";
import { type DialogRequest, useDialogs } from "../dialogs.js";
import { ActionForm } from "./action-form.js";
import { Modal } from "./modal.js";
import { isMasked, nameOf } from "./names.js";
import { RevealFirst } from "./reveal-first.js";
import { useMay, useRefusals } from "./use-refusals.js";
import { useActionTexts } from "./use-texts.js";
import { UserForm } from "./user-form.js";

type UserDialogProps =
  | Extract<DialogRequest, { kind: "action" }>
  | { kind: "create"; action?: undefined; user?: undefined };

/** The dialog that was asked for; what may not be done says why in its place. */
export function UserDialog({ action, user }: UserDialogProps): ReactElement {
  const texts = useActionTexts();
  const refusalOf = useRefusals();
  const mayCreate = useMay("createUser");
  const { close, open } = useDialogs();
  const code = action
    ? refusalOf(action, user)
    : mayCreate
      ? undefined
      : "insufficient_permissions";

  const cancel = (
    <button data-hj="button" type="button" onClick={() => close()}>
      {texts.cancel}
    </button>
  );
  const form = (
    <UserForm user={user} onSaved={(saved, news) => close(format(news, { name: nameOf(saved) }))}>
      {cancel}
    </UserForm>
  );

  return (
    <Modal
      part="dialog"
      title={action ? `${texts[action]}: ${nameOf(user)}` : texts.create}
      onClose={() => close()}
    >
      {code ? (
        <>
          <p>{texts[code] ?? code}</p>
          {cancel}
        </>
      ) : action && action !== "edit" ? (
        <ActionForm {...{ action, user }} />
      ) : action && isMasked(user) ? (
        <RevealFirst
          user={user}
          onRevealed={(known) => open({ kind: "action", action, user: known })}
        />
      ) : (
        form
      )}
    </Modal>
  );
}
