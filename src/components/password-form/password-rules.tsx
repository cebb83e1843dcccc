"use client";

import type { PasswordPolicy } from "@hellojohn/contract";
import type { ReactElement } from "react";
import { passwordForm } from "../../locales/en.js";
import { useLocale, useMessages } from "../../react/index.js";
import { format } from "../format.js";

/** The fault that each rule of the policy is broken by. */
const faultOf = {
  minLength: "too_short",
  requireUppercase: "needs_uppercase",
  requireNumbers: "needs_number",
  requireSymbols: "needs_symbol",
} as const;

const ruleNames = Object.keys(faultOf) as (keyof typeof faultOf)[];

/** The policy in the words password managers read. */
export function managerRules(policy: PasswordPolicy): string {
  const classes = [
    policy.requireUppercase && "required: upper",
    policy.requireNumbers && "required: digit",
    policy.requireSymbols && "required: special",
  ];
  const rules = [`minlength: ${policy.minLength}`, `maxlength: ${policy.maxLength}`, ...classes];
  return rules.filter(Boolean).join("; ");
}

/** What a password must have, told before typing and ticked meanwhile. */
export function PasswordRules(props: {
  id: string;
  policy: PasswordPolicy;
  /** Codes of the rules still broken; none while nothing is typed. */
  faults: readonly string[] | undefined;
}): ReactElement {
  const texts = useMessages("passwordForm", passwordForm);
  const { locale } = useLocale();
  const count = new Intl.NumberFormat(locale).format(props.policy.minLength);
  const isMet = (rule: keyof typeof faultOf) => props.faults?.includes(faultOf[rule]) === false;

  return (
    <ul data-hj="rules" id={props.id}>
      {ruleNames
        .filter((rule) => props.policy[rule])
        .map((rule) => (
          <li key={rule} data-met={isMet(rule) ? "" : undefined}>
            {format(texts[rule], { count })}
            {isMet(rule) && <span data-hj="visually-hidden">, {texts.met}</span>}
          </li>
        ))}
    </ul>
  );
}
