"use client";

import { HelloJohnError } from "@hellojohn/contract";
import { type ReactElement, useEffect, useState } from "react";
import { errors, pendingEmail } from "../../locales/en.js";
import { useCancelEmail, useMessages, useResendEmail } from "../../react/index.js";
import { Alert, Status } from "../feedback.js";
import { errorText, format } from "../format.js";
import { useProfileForm } from "./context.js";

/** Seconds until something is possible again; zero when it is. */
function useCountdown(): [number, (seconds: number) => void] {
  const [left, setLeft] = useState(0);
  useEffect(() => {
    if (left <= 0) return;
    const timer = setTimeout(() => setLeft(left - 1), 1000);
    return () => clearTimeout(timer);
  }, [left]);
  return [left, setLeft];
}

/** The new address that waits for proof: send the link again, or keep the old one. */
export function PendingEmail(): ReactElement {
  const { me } = useProfileForm("PendingEmail");
  const texts = useMessages("pendingEmail", pendingEmail);
  const reasons = useMessages("errors", errors);
  const [wait, setWait] = useCountdown();
  const resend = useResendEmail();
  const cancel = useCancelEmail();
  const pending = me.pendingEmail;
  const tooSoon = HelloJohnError.is(resend.error) && resend.error.code === "rate_limit_exceeded";
  const error = cancel.error ?? (tooSoon ? undefined : resend.error);

  const sendAgain = () =>
    resend.mutate(undefined, {
      onSuccess: () => setWait(60),
      onError: (refused) => setWait((HelloJohnError.is(refused) && refused.retryAfter) || 0),
    });

  return (
    <>
      {pending && (
        <div data-hj="pending-email" role="group" aria-label={texts.title}>
          <strong>{texts.title}</strong>
          <p>{format(texts.text, { pending, email: me.email })}</p>
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
          {error && <Alert>{errorText(reasons, error)}</Alert>}
        </div>
      )}
      <Status>
        {pending ? resend.isSuccess && texts.resent : cancel.isSuccess && texts.canceled}
      </Status>
    </>
  );
}
