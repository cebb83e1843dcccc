"use client";

import type { ReactElement } from "react";
import { adminTools } from "../../locales/en-admin/tools.js";
import { useMessages } from "../../react/index.js";
import { useOrganizations } from "../react/hooks.js";
import { type TableQuery, without } from "./table-state.js";
import { useTableAround } from "./use-user-table.js";

type Choices = readonly (readonly [value: string, text: string])[];

/** Narrows the list by what users are; each choice holds at once. */
export function UserFilterForm(): ReactElement {
  const { query, filters, change, users, texts } = useTableAround();
  const own = useMessages("adminTools", adminTools);
  const { data: organizations } = useOrganizations({ limit: 100 });

  const field = (label: string, control: ReactElement) => (
    <label data-hj="field">
      <span data-hj="label">{label}</span>
      {control}
    </label>
  );
  const choice = (part: keyof TableQuery, label: string, choices: Choices) =>
    field(
      label,
      <select
        data-hj="input"
        value={String(query[part] ?? "")}
        onChange={({ target: { value } }) => {
          const isFlag = value === "true" || value === "false";
          change({ [part]: isFlag ? value === "true" : value || undefined });
        }}
      >
        <option value="">{own.any}</option>
        {choices.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>,
    );
  const day = (part: "createdAfter" | "createdBefore") =>
    field(
      own[part],
      <input
        data-hj="input"
        type="date"
        value={query[part] ?? ""}
        onChange={({ target: { value } }) => change({ [part]: value || undefined })}
      />,
    );

  const named = (word: string) => [word, { ...texts }[word] ?? word] as const;
  const statuses = ["active", "disabled", "pending", "unverified"].map(named);
  // Roles are an open set: those of the users in sight are known besides the usual ones.
  const known = ["member", "admin", query.role, ...users.map(({ role }) => role)];
  const roles = [...new Set(known)].flatMap((role) => (role ? [named(role)] : []));
  const yesOrNo: Choices = [
    ["true", texts.yes],
    ["false", texts.no],
  ];
  const groups = organizations?.data.map(({ id, name }) => [id, name] as const) ?? [];

  return (
    <div data-hj="columns">
      {choice("status", texts.status, statuses)}
      {choice("role", texts.role, roles)}
      {choice("mfaEnrolled", texts.mfa, yesOrNo)}
      {choice("emailVerified", texts.verified, yesOrNo)}
      {day("createdAfter")}
      {day("createdBefore")}
      {groups.length > 0 && choice("org", own.org, groups)}
      <button data-hj="reveal" type="button" onClick={() => change(without(filters))}>
        {texts.clear}
      </button>
    </div>
  );
}
