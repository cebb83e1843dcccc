"use client";

import type { Me } from "@hellojohn/contract";
import { HelloJohnError } from "@hellojohn/contract/errors";
import { type ComponentProps, type ReactElement, useState } from "react";
import { signInForm } from "../../locales/en.js";
import { useMessages, useSignIn } from "../../react/index.js";
import { Field, SecretFields } from "../field.js";
import { FormFooter } from "../feedback.js";
import { SecondFactor } from "./second-factor.js";
import { useSecretForm, type Values } from "../use-secret-form.js";

export interface SignInFormProps extends Omit<
  ComponentProps<"form">,
  "ref" | "children" | "onInput" | "onSubmit"
> {
  onSignedIn?: ((me: Me) => void) | undefined;
  /** An address to begin with. */
  defaultEmail?: string | undefined;
}

/** E-mail and password, and a code from the authenticator app where the account asks for one. */
export function SignInForm(props: SignInFormProps): ReactElement {
  const { onSignedIn, defaultEmail, ...rest } = props;
  const texts = useMessages("signInForm", signInForm);
  const [challengeId, setChallengeId] = useState<string>();
  const signIn = useSignIn();

  async function send(values: Values) {
    try {
      const { user } = await signIn.mutateAsync({
        email: values("email").trim(),
        password: values("password"),
      });
      onSignedIn?.(user);
      return undefined;
    } catch (error) {
      if (!HelloJohnError.is(error) || !error.challengeId) throw error;
      setChallengeId(error.challengeId);
      return undefined;
    }
  }

  const form = useSecretForm({ mutation: signIn, send });

  if (challengeId)
    return (
      <SecondFactor
        {...rest}
        challengeId={challengeId}
        onSignedIn={onSignedIn}
        onBack={() => setChallengeId(undefined)}
      />
    );

  return (
    <form data-hj="sign-in-form" aria-label={texts.form} {...rest} {...form.props}>
      <Field
        name="email"
        label={texts.email}
        defaultValue={defaultEmail}
        inputMode="email"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        required
        faults={form.outcome.errors["email"]}
      />
      <SecretFields label={texts.show}>
        {(type) => (
          <Field
            name="password"
            label={texts.password}
            type={type}
            autoComplete="current-password"
            required
            faults={form.outcome.errors["password"]}
          />
        )}
      </SecretFields>
      <FormFooter outcome={form.outcome} labels={texts} label={texts.submit} />
    </form>
  );
}
