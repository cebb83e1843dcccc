"use client";

import { type FieldMessages, type Me, passwordFaults } from "@hellojohn/contract";
import { type ComponentProps, type ReactElement, useId, useState } from "react";
import { errors, passwordForm, reasons } from "../../locales/en.js";
import { useLocale, useMessages, useSession, useUpdatePassword } from "../../react/index.js";
import { Field } from "../field.js";
import { fieldText, format } from "../format.js";
import { FormFooter } from "../form-footer.js";
import { Gate } from "../gate.js";
import { SecretFields } from "../secret-fields.js";
import { useSecretForm, type Values } from "../use-secret-form.js";
import { managerRules, PasswordRules } from "./password-rules.js";

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
  const policy = me.editable.passwordPolicy;
  const rulesId = useId();
  const { locale } = useLocale();
  const texts = useMessages("passwordForm", passwordForm);
  const errorTexts = useMessages("errors", errors);
  const { impersonation } = useMessages("reasons", reasons);
  const session = useSession();
  const impersonated = session.status === "signed-in" && session.impersonated;
  const mutation = useUpdatePassword();
  /** Codes of the rules the new password still breaks; nothing while none is typed. */
  const [faults, setFaults] = useState<readonly string[]>();
  const [news, setNews] = useState<string>();

  const faultsIn = (password: string) => passwordFaults(password, policy);

  function check(values: Values): FieldMessages {
    setNews(undefined);
    const newPassword = faultsIn(values("newPassword"));
    return newPassword.length > 0 ? { newPassword } : {};
  }

  async function send(values: Values) {
    const { sessionsRevoked } = await mutation.mutateAsync({
      currentPassword: values("currentPassword"),
      newPassword: values("newPassword"),
      revokeOtherSessions: values("revokeOtherSessions") === "on",
    });
    form.props.ref.current?.reset();
    setFaults(undefined);
    setNews(tellEnded(sessionsRevoked));
    onChanged?.(sessionsRevoked);
  }

  function tellEnded(revoked: number): string {
    if (revoked === 0) return texts.changed;
    const isOne = new Intl.PluralRules(locale).select(revoked) === "one";
    return format(isOne ? texts.endedOne : texts.endedOther, { count: revoked });
  }

  const form = useSecretForm({ mutation, check, send });
  const field = (name: "currentPassword" | "newPassword") => ({
    name,
    label: texts[name],
    required: true,
    reason: impersonated ? impersonation : undefined,
    error: fieldText(errorTexts, form.errors[name] ?? []),
  });

  return (
    <form data-hj="password-form" aria-label={texts.form} noValidate {...rest} {...form.props}>
      <input name="username" autoComplete="username" value={me.email} readOnly hidden />
      <SecretFields label={texts.show}>
        {(type) => (
          <>
            <Field
              {...field("currentPassword")}
              type={type}
              autoComplete="current-password"
              onInput={() => form.clear("currentPassword")}
            />
            <Field
              {...field("newPassword")}
              {...{ passwordrules: managerRules(policy) }}
              type={type}
              autoComplete="new-password"
              aria-describedby={rulesId}
              onInput={({ currentTarget: { value } }) => {
                setFaults(value ? faultsIn(value).map(({ code }) => code) : undefined);
                form.clear("newPassword");
              }}
            >
              <PasswordRules id={rulesId} policy={policy} faults={faults} />
            </Field>
          </>
        )}
      </SecretFields>
      {!impersonated && (
        <>
          <label data-hj="check">
            <input type="checkbox" name="revokeOtherSessions" defaultChecked /> {texts.revoke}
          </label>
          <FormFooter
            label={texts.submit}
            pending={form.pending}
            news={news}
            error={form.error}
            labels={texts}
            wrong={form.errors}
          />
        </>
      )}
    </form>
  );
}
