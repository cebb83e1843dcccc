"use client";

import type { Me } from "@hellojohn/contract";
import { type ComponentProps, type ReactElement, useId } from "react";
import { errors, passwordForm, reasons } from "../../locales/en.js";
import { useMessages, useSession } from "../../react/index.js";
import { Field } from "../field.js";
import { fieldText } from "../format.js";
import { Gate } from "../gate.js";
import { SecretFields } from "../secret-fields.js";
import { PasswordOutcome } from "./password-outcome.js";
import { managerRules, PasswordRules } from "./password-rules.js";
import { usePasswordForm } from "./use-password-form.js";

export interface PasswordFormProps extends Omit<ComponentProps<"form">, "ref" | "children"> {
  /** After the password was changed, with how many other sessions ended. */
  onChanged?: ((sessionsRevoked: number) => void) | undefined;
}

/** Changes the signed-in person's password. */
export function PasswordForm(props: PasswordFormProps): ReactElement {
  return <Gate rows={3}>{(me) => <PasswordFormOf key={me.id} me={me} {...props} />}</Gate>;
}

function PasswordFormOf(props: PasswordFormProps & { me: Me }): ReactElement {
  const { me, onChanged, ...rest } = props;
  const rulesId = useId();
  const policy = me.editable.passwordPolicy;
  const texts = useMessages("passwordForm", passwordForm);
  const errorTexts = useMessages("errors", errors);
  const form = usePasswordForm(policy, onChanged);
  const session = useSession();
  const impersonated = session.status === "signed-in" && session.impersonated;
  const reason = useMessages("reasons", reasons).impersonation;
  const shared = (name: "currentPassword" | "newPassword") => ({
    name,
    label: texts[name],
    required: true,
    reason: impersonated ? reason : undefined,
    error: fieldText(errorTexts, form.errors[name] ?? []),
  });

  return (
    <form
      data-hj="password-form"
      aria-label={texts.form}
      noValidate
      {...rest}
      ref={form.ref}
      onSubmit={(event) => {
        event.preventDefault();
        props.onSubmit?.(event);
        void form.submit();
      }}
    >
      <input name="username" autoComplete="username" value={me.email} readOnly hidden />
      <SecretFields label={texts.show}>
        {(type) => (
          <>
            <Field
              {...shared("currentPassword")}
              type={type}
              autoComplete="current-password"
              onInput={() => form.clear("currentPassword")}
            />
            <Field
              {...shared("newPassword")}
              {...{ passwordrules: managerRules(policy) }}
              type={type}
              autoComplete="new-password"
              aria-describedby={rulesId}
              onInput={(event) => form.judge(event.currentTarget.value)}
            >
              <PasswordRules id={rulesId} policy={policy} faults={form.faults} />
            </Field>
          </>
        )}
      </SecretFields>
      {!impersonated && (
        <>
          <label data-hj="check">
            <input type="checkbox" name="revokeOtherSessions" defaultChecked /> {texts.revoke}
          </label>
          <PasswordOutcome form={form} />
        </>
      )}
    </form>
  );
}
