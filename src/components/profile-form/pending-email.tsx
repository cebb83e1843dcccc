"use client";

import { HelloJohnError } from "@hellojohn/contract/errors";
import { type ReactElement, useEffect, useState } from "react";
import { pendingEmail } from "../../locales/en.js";
import { useCancelEmail, useMessages, useResendEmail } from "../../react/index.js";
import { Alert, Status } from "../feedback.js";
import { format } from "../format.js";
import { useProfileForm } from "./profile-field.js";

/** The new address that waits for proof: send the link again, or keep the old one. */
export function PendingEmail(): ReactElement {
  const { me } = useProfileForm();
  const texts = useMessages("pendingEmail", pendingEmail);
  const resend = useResendEmail();
  const cancel = useCancelEmail();
  /** Seconds until the link may be sent again. */
  const [wait, setWait] = useState(0);
  const { pendingEmail: pending, email } = me;
  const error = cancel.error ?? resend.error;

  useEffect(() => {
    if (wait <= 0) return;
    const timer = setTimeout(() => setWait(wait - 1), 1000);
    return () => clearTimeout(timer);
  }, [wait]);

  const sendAgain = () =>
    resend.mutate(undefined, {
      onSuccess: () => setWait(60),
      onError(refused) {
        if (!HelloJohnError.is(refused) || !refused.retryAfter) return;
        setWait(refused.retryAfter);
        // The button itself says how long.
        resend.reset();
      },
    });

  return (
    <>
      {pending && (
        <div data-hj="pending-email" role="group" aria-label={texts.title}>
          <strong>{texts.title}</strong>
          <p>{format(texts.text, { pending, email })}</p>
          <button
            data-hj="button"
            type="button"
            aria-disabled={wait > 0}
            onClick={() => wait || sendAgain()}
          >
            {wait ? format(texts.wait, { seconds: wait }) : texts.resend}
          </button>
          <button data-hj="button" type="button" onClick={() => cancel.mutate()}>
            {texts.cancel}
          </button>
          {error && <Alert error={error} />}
        </div>
      )}
      <Status>
        {pending ? resend.isSuccess && texts.resent : cancel.isSuccess && texts.canceled}
      </Status>
    </>
  );
}
