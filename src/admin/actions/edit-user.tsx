"use client";

import type { UserDetails } from "@hellojohn/contract";
import { type ReactElement, useState } from "react";
import { Alert, Failed, Skeleton } from "../../components/feedback.js";
import { format } from "../../components/format.js";
import { adminActions } from "../../locales/en-admin/actions.js";
import { useMessages } from "../../react/index.js";
import { useDialogs } from "../dialogs.js";
import { useAdminUser, useUserAction } from "../react/hooks.js";
import { EditUserForm } from "./edit-user-form.js";
import { isMasked, nameOf } from "./names.js";

/** The dialog to edit a user in. */
export function EditUser({ user }: { user: UserDetails }): ReactElement {
  const texts = useMessages("adminActions", adminActions);
  const { close } = useDialogs();
  const [isRevealed, setRevealed] = useState(!isMasked(user));
  if (!isRevealed) return <RevealFirst user={user} onRevealed={() => setRevealed(true)} />;
  return (
    <Fresh user={user}>
      {(known) => (
        <EditUserForm
          user={known}
          onSaved={(saved) => close(format(texts.editDone, { name: nameOf(saved) }))}
        >
          <button data-hj="button" type="button" onClick={() => close()}>
            {texts.cancel}
          </button>
        </EditUserForm>
      )}
    </Fresh>
  );
}

interface FreshProps {
  user: UserDetails;
  children: (user: UserDetails) => ReactElement;
}

/** The user as a list told her until the server tells more. */
function Fresh({ user, children }: FreshProps): ReactElement {
  const { data = isMasked(user) ? undefined : user, error } = useAdminUser(user.id);
  if (data) return children(data);
  return error ? <Failed error={error} /> : <Skeleton rows={4} />;
}

export interface RevealFirstProps {
  user: UserDetails;
  onRevealed: () => void;
}

/** Masked data is not edited: it is shown first, which the log keeps. */
export function RevealFirst({ user, onRevealed }: RevealFirstProps): ReactElement {
  const texts = useMessages("adminActions", adminActions);
  const reveal = useUserAction("reveal");
  const fields = ["email", "pending_email", "phone_number"] as const;
  const ask = () => reveal.mutate({ id: user.id, fields: [...fields] }, { onSuccess: onRevealed });
  return (
    <div data-hj="reveal-first">
      <p>{format(texts.masked, { email: user.email })}</p>
      <button data-hj="button" type="button" onClick={ask}>
        {texts.reveal}
      </button>
      {reveal.error && <Alert error={reveal.error} />}
    </div>
  );
}
