"use client";

import type { PasswordPolicy } from "@hellojohn/contract";
import { passwordFaults } from "@hellojohn/contract/password";
import { type InputEvent, type ReactElement, useId, useState } from "react";
import { passwordForm } from "../../locales/en.js";
import { useLocale, useMessages } from "../../react/index.js";
import { flag } from "../feedback.js";
import { format } from "../format.js";

/** The policy in the words password managers read. */
function managerRules(policy: PasswordPolicy): string {
  const { minLength, maxLength, requireUppercase, requireNumbers, requireSymbols } = policy;
  return [
    `minlength: ${minLength}; maxlength: ${maxLength}`,
    requireUppercase && "; required: upper",
    requireNumbers && "; required: digit",
    requireSymbols && "; required: special",
  ]
    .filter(Boolean)
    .join("");
}

interface PasswordRulesProps {
  id: string;
  policy: PasswordPolicy;
  /** Codes of the rules still broken; nothing while nothing is typed. */
  broken: readonly string[] | undefined;
}

/** What a password must have, told before typing and ticked meanwhile. */
function PasswordRules({ id, policy, broken }: PasswordRulesProps): ReactElement {
  const texts = useMessages("passwordForm", passwordForm);
  const ruleTexts: Record<string, string> = texts;
  const count = policy.minLength.toLocaleString(useLocale().locale);

  return (
    <ul data-hj="rules" id={id}>
      {passwordFaults("", policy).map(({ code, message }) => {
        const isMet = broken?.includes(code) === false;
        return (
          <li key={code} data-met={flag(isMet)}>
            {format(ruleTexts[code] ?? message, { count })}
            {isMet && <span data-hj="visually-hidden">, {texts.met}</span>}
          </li>
        );
      })}
    </ul>
  );
}

/** What a `Field` for a new password takes: its rules are told before typing and ticked meanwhile. */
export function useNewPassword(policy: PasswordPolicy) {
  const { newPassword: label } = useMessages("passwordForm", passwordForm);
  const id = useId();
  const [broken, setBroken] = useState<readonly string[]>();
  const codesOf = (password: string) => passwordFaults(password, policy).map(({ code }) => code);

  return {
    /** The rules a password breaks. */
    codesOf,
    /** After the field was emptied. */
    forget: () => setBroken(undefined),
    props: {
      ...{ label, required: true, autoComplete: "new-password" },
      ...{ passwordrules: managerRules(policy), "aria-describedby": id },
      onInput({ currentTarget: { value } }: InputEvent<HTMLInputElement>) {
        setBroken(value ? codesOf(value) : undefined);
      },
      children: <PasswordRules {...{ id, policy, broken }} />,
    },
  };
}
