"use client";

import type { PasswordPolicy } from "@hellojohn/contract";
import { passwordFaults } from "@hellojohn/contract/password";
import type { ReactElement } from "react";
import { passwordForm } from "../../locales/en.js";
import { useLocale, useMessages } from "../../react/index.js";
import { flag } from "../feedback.js";
import { format } from "../format.js";

/** The policy in the words password managers read. */
export function managerRules(policy: PasswordPolicy): string {
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

export interface PasswordRulesProps {
  id: string;
  policy: PasswordPolicy;
  /** Codes of the rules still broken; nothing while nothing is typed. */
  broken: readonly string[] | undefined;
}

/** What a password must have, told before typing and ticked meanwhile. */
export function PasswordRules({ id, policy, broken }: PasswordRulesProps): ReactElement {
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
