"use client";

import type { ReactElement } from "react";
import { errors, passwordForm } from "../../locales/en.js";
import { useLocale, useMessages } from "../../react/index.js";
import { Alert, Status } from "../feedback.js";
import { errorText, format } from "../format.js";
import type { PasswordFormState } from "./use-password-form.js";

/** The button, and what came of it. */
export function PasswordOutcome({ form }: { form: PasswordFormState }): ReactElement {
  const texts = useMessages("passwordForm", passwordForm);
  const reasons = useMessages("errors", errors);
  const { locale } = useLocale();
  const isOnField = Object.keys(form.errors).length > 0;

  function success(revoked: number): string {
    if (revoked === 0) return texts.changed;
    const isOne = new Intl.PluralRules(locale).select(revoked) === "one";
    const count = new Intl.NumberFormat(locale).format(revoked);
    return format(isOne ? texts.endedOne : texts.endedOther, { count });
  }

  return (
    <div data-hj="footer">
      <button data-hj="button" data-primary="" data-pending={form.pending ? "" : undefined}>
        {texts.submit}
      </button>
      <Status>{form.revoked === undefined ? undefined : success(form.revoked)}</Status>
      {form.error !== undefined && !isOnField && <Alert>{errorText(reasons, form.error)}</Alert>}
    </div>
  );
}
