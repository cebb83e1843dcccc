"use client";

import type { FieldMessage, FieldMessages, PasswordPolicy } from "@hellojohn/contract";
import { defaultPasswordPolicy, passwordFaults } from "@hellojohn/contract/password";
import { type ReactElement, useId, useState } from "react";
import { Field, SecretFields } from "../../components/field.js";
import { managerRules, PasswordRules } from "../../components/password-form/password-rules.js";
import { passwordForm } from "../../locales/en.js";
import { useMessages, useUser } from "../../react/index.js";

interface NewPasswordState {
  policy: PasswordPolicy;
  broken: readonly string[] | undefined;
  onPassword(password: string): void;
  check(values: (name: string) => string): FieldMessages;
}

/** What a new password must have, and which of it the one typed still lacks. */
export function useNewPassword(): NewPasswordState {
  const { user } = useUser();
  const [broken, setBroken] = useState<readonly string[]>();
  // An administrator who is a user of the tenant is told its policy; behind a gateway the server has the last word.
  const policy = user?.id ? user.editable.passwordPolicy : defaultPasswordPolicy;
  const codesOf = (password: string) => passwordFaults(password, policy).map(({ code }) => code);
  return {
    policy,
    broken,
    onPassword: (password) => setBroken(password ? codesOf(password) : undefined),
    check: (values) =>
      codesOf(values("password")).length > 0
        ? { password: [{ code: "password_too_weak", message: "" }] }
        : {},
  };
}

export interface NewPasswordProps extends NewPasswordState {
  faults: readonly FieldMessage[] | undefined;
}

/** A field for a password that someone else will use; its rules are told before typing. */
export function NewPassword(props: NewPasswordProps): ReactElement {
  const { policy, broken, onPassword, faults } = props;
  const texts = useMessages("passwordForm", passwordForm);
  const rulesId = useId();
  return (
    <SecretFields label={texts.show}>
      {(type) => (
        <Field
          {...{ type, name: "password", required: true, autoComplete: "new-password" }}
          {...{ passwordrules: managerRules(policy) }}
          label={texts.newPassword}
          faults={faults}
          aria-describedby={rulesId}
          onInput={({ currentTarget: { value } }) => onPassword(value)}
        >
          <PasswordRules id={rulesId} policy={policy} broken={broken} />
        </Field>
      )}
    </SecretFields>
  );
}
