"use client";

import type { Me } from "@hellojohn/contract";
import type { ComponentProps, ReactElement } from "react";
import { signInForm } from "../../locales/en.js";
import { useMessages, useVerifyTotp } from "../../react/index.js";
import { type ControlProps, Field } from "../field.js";
import { FormFooter } from "../feedback.js";
import { useSecretForm, type Values } from "../use-secret-form.js";

export interface SecondFactorProps extends Omit<
  ComponentProps<"form">,
  "ref" | "children" | "onInput" | "onSubmit"
> {
  challengeId: string;
  onSignedIn?: ((me: Me) => void) | undefined;
  onBack: () => void;
}

/** The step has just begun, so its one field takes the keyboard. */
const takeFocus = (input: HTMLInputElement | null) => input?.focus();

const focusedInput = (props: ControlProps) => <input {...props} ref={takeFocus} />;

/** The six digits of an authenticator app. */
export function SecondFactor(props: SecondFactorProps): ReactElement {
  const { challengeId, onSignedIn, onBack, ...rest } = props;
  const texts = useMessages("signInForm", signInForm);
  const verify = useVerifyTotp();
  async function send(values: Values) {
    const code = values("code").replace(/\s/g, "");
    const { user } = await verify.mutateAsync({ challengeId, code });
    onSignedIn?.(user);
    return undefined;
  }

  const form = useSecretForm({ mutation: verify, send });
  const wrong = form.outcome.errors["code"]?.map((fault) => ({
    ...fault,
    message: texts.codeWrong,
  }));

  return (
    <form data-hj="sign-in-form" aria-label={texts.form} {...rest} {...form.props}>
      <Field
        name="code"
        label={texts.code}
        hint={texts.codeHint}
        inputMode="numeric"
        autoComplete="one-time-code"
        required
        control={focusedInput}
        faults={wrong}
      />
      <FormFooter outcome={form.outcome} labels={texts} label={texts.verify} />
      <button data-hj="button" type="button" onClick={onBack}>
        {texts.back}
      </button>
    </form>
  );
}
