"use client";

import type { ChangeEvent, ReactElement } from "react";
import { adminTools } from "../../locales/en-admin/tools.js";
import { useMessages } from "../../react/index.js";
import { useOrganizations } from "../react/hooks.js";
import { labelled } from "./labelled.js";
import { type TableQuery, without } from "./table-state.js";
import { useTableAround } from "./use-user-table.js";

type Choices = readonly (readonly [value: string, text: string])[];

/** Narrows the list by what users are; each choice holds at once. */
export function UserFilterForm(): ReactElement {
  const { query, filters, change, users, texts } = useTableAround();
  const own = useMessages("adminTools", adminTools);
  const { data: organizations } = useOrganizations({ limit: 100 });

  const control = (name: keyof TableQuery) => ({
    ...{ "data-hj": "input", name, value: `${query[name] ?? ""}` },
    onChange: ({ target: { value } }: ChangeEvent<HTMLInputElement | HTMLSelectElement>) =>
      change({ [name]: /^(true|false)$/.test(value) ? value === "true" : value || undefined }),
  });
  const choice = (part: keyof TableQuery, label: string, choices: Choices) =>
    labelled(
      label,
      <select {...control(part)}>
        <option value="">{own.any}</option>
        {choices.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>,
    );
  const day = (part: "createdAfter" | "createdBefore") =>
    labelled(own[part], <input type="date" {...control(part)} />);

  const named = (word: string) => [word, { ...texts }[word] ?? word] as const;
  const statuses = ["active", "disabled", "pending", "unverified"].map(named);
  // Roles are an open set: those of the users in sight are known besides the usual ones.
  const known = ["member", "admin", query.role ?? "member", ...users.map(({ role }) => role)];
  const roles = [...new Set(known)].map(named);
  const yesOrNo: Choices = [
    ["true", texts.yes],
    ["false", texts.no],
  ];

  return (
    <div data-hj="columns">
      {choice("status", texts.status, statuses)}
      {choice("role", texts.role, roles)}
      {choice("mfaEnrolled", texts.mfa, yesOrNo)}
      {choice("emailVerified", texts.verified, yesOrNo)}
      {day("createdAfter")}
      {day("createdBefore")}
      {organizations?.data[0] &&
        choice(
          "org",
          own.org,
          organizations.data.map(({ id, name }) => [id, name]),
        )}
      <button data-hj="reveal" type="button" onClick={() => change(without(filters))}>
        {texts.clear}
      </button>
    </div>
  );
}
