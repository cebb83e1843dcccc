"use client";

import { HelloJohnError, type Me } from "@hellojohn/contract";
import { type ComponentProps, type ReactElement, useEffect } from "react";
import { errors, signInForm } from "../../locales/en.js";
import { useMessages, useVerifyTotp } from "../../react/index.js";
import { Field } from "../field.js";
import { fieldText } from "../format.js";
import { FormFooter } from "../form-footer.js";
import { useSecretForm, type Values } from "../use-secret-form.js";

export interface SecondFactorProps extends Omit<ComponentProps<"form">, "ref" | "children"> {
  challengeId: string;
  onSignedIn?: ((me: Me) => void) | undefined;
  onBack: () => void;
}

const isWrongCode = (error: unknown) =>
  HelloJohnError.is(error) && ["validation_failed", "invalid_credentials"].includes(error.code);

/** The six digits of an authenticator app. */
export function SecondFactor(props: SecondFactorProps): ReactElement {
  const { challengeId, onSignedIn, onBack, ...rest } = props;
  const texts = useMessages("signInForm", signInForm);
  const errorTexts = useMessages("errors", errors);
  const verify = useVerifyTotp();
  async function send(values: Values) {
    const code = values("code").replace(/\s/g, "");
    const { user } = await verify.mutateAsync({ challengeId, code });
    onSignedIn?.(user);
  }

  const form = useSecretForm({ mutation: verify, send });
  const { ref } = form.props;
  useEffect(() => ref.current?.querySelector("input")?.focus(), [ref]);
  const wrong = isWrongCode(form.error) ? texts.codeWrong : undefined;

  return (
    <form data-hj="sign-in-form" aria-label={texts.form} noValidate {...rest} {...form.props}>
      <Field
        name="code"
        label={texts.code}
        hint={texts.codeHint}
        inputMode="numeric"
        autoComplete="one-time-code"
        required
        error={wrong ?? fieldText(errorTexts, form.errors["code"] ?? [])}
      />
      <FormFooter
        label={form.pending ? texts.submitting : texts.verify}
        pending={form.pending}
        error={wrong ? undefined : form.error}
        labels={texts}
        wrong={form.errors}
      />
      <button data-hj="button" type="button" onClick={onBack}>
        {texts.back}
      </button>
    </form>
  );
}
