"use client";

import type { FieldMessages } from "@hellojohn/contract";
import type { ComponentProps, ReactElement } from "react";
import { passwordForm } from "../../locales/en.js";
import { useLocale, useMessages, useSession, useUpdatePassword } from "../../react/index.js";
import { Field, SecretFields } from "../field.js";
import { FormFooter, Gate } from "../feedback.js";
import { format } from "../format.js";
import type { Person } from "../person.js";
import { useSecretForm, type Values } from "../use-secret-form.js";
import { useNewPassword } from "./new-password.js";

export interface PasswordFormProps extends Omit<
  ComponentProps<"form">,
  "ref" | "children" | "onInput" | "onSubmit"
> {
  /** After the password was changed, with how many other sessions ended. */
  onChanged?: ((sessionsRevoked: number) => void) | undefined;
}

/** Changes the signed-in person's password. */
export function PasswordForm(props: PasswordFormProps): ReactElement {
  return <Gate rows={3}>{(me) => <PasswordFormOf key={me.id} me={me} {...props} />}</Gate>;
}

function PasswordFormOf(props: PasswordFormProps & { me: Person }): ReactElement {
  const { me, onChanged, ...rest } = props;
  const { locale } = useLocale();
  const texts = useMessages("passwordForm", passwordForm);
  const session = useSession();
  const mutation = useUpdatePassword();
  const newPassword = useNewPassword(me.editable.passwordPolicy);
  const isHers = session.status !== "signed-in" || !session.impersonated;

  const check = (values: Values): FieldMessages =>
    newPassword.codesOf(values("newPassword")).length > 0
      ? { newPassword: [{ code: "password_too_weak", message: "" }] }
      : {};

  async function send(values: Values) {
    const { sessionsRevoked } = await mutation.mutateAsync({
      currentPassword: values("currentPassword"),
      newPassword: values("newPassword"),
      revokeOtherSessions: values("revokeOtherSessions") === "on",
    });
    newPassword.forget();
    onChanged?.(sessionsRevoked);
    const count = sessionsRevoked.toLocaleString(locale);
    return sessionsRevoked ? format(texts.ended, { count }) : texts.changed;
  }

  const form = useSecretForm({ mutation, check, send });
  const field = (name: "currentPassword" | "newPassword", type: string) => ({
    name,
    type,
    label: texts[name],
    required: true,
    refused: isHers ? undefined : "impersonation",
    faults: form.outcome.errors[name],
  });

  return (
    <form data-hj="password-form" aria-label={texts.form} {...rest} {...form.props}>
      <input name="username" autoComplete="username" value={me.email} readOnly hidden />
      <SecretFields label={texts.show}>
        {(type) => (
          <>
            <Field {...field("currentPassword", type)} autoComplete="current-password" />
            <Field {...field("newPassword", type)} {...newPassword.props} />
          </>
        )}
      </SecretFields>
      {isHers && (
        <>
          <label data-hj="check">
            <input type="checkbox" name="revokeOtherSessions" defaultChecked /> {texts.revoke}
          </label>
          <FormFooter outcome={form.outcome} labels={texts} label={texts.submit} />
        </>
      )}
    </form>
  );
}
