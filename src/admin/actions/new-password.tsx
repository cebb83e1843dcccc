"use client";

import type { FieldMessage } from "@hellojohn/contract";
import { defaultPasswordPolicy } from "@hellojohn/contract/password";
import type { ReactElement } from "react";
import { Field, SecretFields } from "../../components/field.js";
import { useNewPassword } from "../../components/password-form/new-password.js";
import { passwordForm } from "../../locales/en.js";
import { useMessages, useUser } from "../../react/index.js";

export interface NewPasswordProps {
  /** What the server found wrong with it. */
  faults: readonly FieldMessage[] | undefined;
}

/** A field for a password that someone else will use. */
export function NewPassword({ faults }: NewPasswordProps): ReactElement {
  const texts = useMessages("passwordForm", passwordForm);
  const { user } = useUser();
  // An administrator who is a user of the tenant is told its policy; behind a gateway the server has the last word.
  const policy = user?.id ? user.editable.passwordPolicy : defaultPasswordPolicy;
  const { codesOf, props } = useNewPassword(policy);
  return (
    <SecretFields label={texts.show}>
      {(type) => (
        <Field
          {...{ type, name: "password", ...props }}
          // The rules are told below, in the reader's language.
          faults={faults?.map((fault) =>
            codesOf("").includes(fault.code) ? { ...fault, code: "password_too_weak" } : fault,
          )}
        />
      )}
    </SecretFields>
  );
}
