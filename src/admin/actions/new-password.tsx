"use client";

import type { FieldMessage } from "@hellojohn/contract";
import { defaultPasswordPolicy, passwordFaults } from "@hellojohn/contract/password";
import { type ReactElement, useId, useState } from "react";
import { Field, SecretFields } from "../../components/field.js";
import { managerRules, PasswordRules } from "../../components/password-form/password-rules.js";
import { passwordForm } from "../../locales/en.js";
import { useMessages, useUser } from "../../react/index.js";

export interface NewPasswordProps {
  /** What the server found wrong with it. */
  faults: readonly FieldMessage[] | undefined;
}

/** A field for a password that someone else will use; its rules are told before typing and ticked meanwhile. */
export function NewPassword({ faults }: NewPasswordProps): ReactElement {
  const texts = useMessages("passwordForm", passwordForm);
  const { user } = useUser();
  const [broken, setBroken] = useState<readonly string[]>();
  const id = useId();
  // An administrator who is a user of the tenant is told its policy; behind a gateway the server has the last word.
  const policy = user?.id ? user.editable.passwordPolicy : defaultPasswordPolicy;
  const codesOf = (password: string) => passwordFaults(password, policy).map(({ code }) => code);
  return (
    <SecretFields label={texts.show}>
      {(type) => (
        <Field
          {...{ type, name: "password", required: true, autoComplete: "new-password" }}
          {...{ passwordrules: managerRules(policy) }}
          label={texts.newPassword}
          // The rules are told below, in the reader's language.
          faults={faults?.map((fault) =>
            codesOf("").includes(fault.code) ? { ...fault, code: "password_too_weak" } : fault,
          )}
          aria-describedby={id}
          onInput={({ currentTarget: { value } }) => setBroken(value ? codesOf(value) : undefined)}
        >
          <PasswordRules {...{ id, policy, broken }} />
        </Field>
      )}
    </SecretFields>
  );
}
