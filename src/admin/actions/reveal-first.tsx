"use client";

import type { UserDetails } from "@hellojohn/contract";
import type { ReactElement } from "react";
import { Alert } from "../../components/feedback.js";
import { format } from "../../components/format.js";
import { adminActions } from "../../locales/en-admin/actions.js";
import { useMessages } from "../../react/index.js";
import { useUserAction } from "../react/hooks.js";

export interface RevealFirstProps {
  user: UserDetails;
  /** With the user as she is. */
  onRevealed: (user: UserDetails) => void;
}

const fields: ("email" | "pending_email" | "phone_number")[] = [
  ...(["email", "pending_email", "phone_number"] as const),
];

/** Masked data is not edited: it is shown first, which the log keeps. */
export function RevealFirst({ user, onRevealed }: RevealFirstProps): ReactElement {
  const texts = useMessages("adminActions", adminActions);
  const { mutate, error } = useUserAction("reveal");
  return (
    <div data-hj="reveal-first">
      <p>{format(texts.masked, { email: user.email })}</p>
      <button
        data-hj="button"
        type="button"
        onClick={() =>
          mutate(
            { id: user.id, fields },
            { onSuccess: (revealed) => onRevealed({ ...user, ...revealed } as UserDetails) },
          )
        }
      >
        {texts.reveal}
      </button>
      {error && <Alert error={error} />}
    </div>
  );
}
