"use client";

import { adminEndpoints as rows } from "@hellojohn/contract/admin-endpoints";
import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, type ReactElement, useState } from "react";
import { Field } from "../../components/field.js";
import { Alert } from "../../components/feedback.js";
import { format } from "../../components/format.js";
import { profileForm } from "../../locales/en.js";
import { adminMenu } from "../../locales/en-admin/menu.js";
import { adminPanel } from "../../locales/en-admin/panel.js";
import { useLocale, useMessages } from "../../react/index.js";
import { useMay } from "../actions/use-refusals.js";
import { useAdmin } from "../react/context.js";
import { useOrganizations } from "../react/hooks.js";
import { adminKeys } from "../react/keys.js";
import { Belongings } from "./belongings.js";
import type { TabProps } from "./panel-tabs.js";

/** The organizations she belongs to, and the accounts she signs in with. */
export function GroupsTab({ user }: TabProps): ReactElement {
  const texts = useMessages("adminPanel", adminPanel);
  const menu = useMessages("adminMenu", adminMenu);
  const { role } = useMessages("profileForm", profileForm);
  const { locale } = useLocale();
  const admin = useAdmin();
  const cache = useQueryClient();
  const { data: known } = useOrganizations({ limit: 100 });
  const [error, setError] = useState<unknown>();
  const mayChange = useMay("addMember");
  const { connections = [], organizations = [], id: userId } = user;

  const told = () => cache.invalidateQueries({ queryKey: adminKeys.user(admin, userId) });
  const leave = (id: string) =>
    admin.call(rows.removeMember, { params: { id, userId } }).finally(told);

  function join(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const values = new FormData(event.currentTarget);
    const body = { userId, role: String(values.get("role") || "member") };
    const params = { id: String(values.get("id")) };
    admin
      .call(rows.addMember, { params, body })
      .then(() => setError(undefined), setError)
      .finally(told);
  }

  return (
    <>
      <Belongings
        title={texts.groups}
        items={organizations.map((each) => ({
          id: each.organizationId,
          name: each.name,
          badge: each.role,
        }))}
        end={mayChange && leave}
      />
      {mayChange && known && known.data.length > 0 && (
        <form data-hj="join" onSubmit={join}>
          <div data-hj="columns">
            <Field
              name="id"
              label={texts.add}
              control={(props) => (
                <select {...(props as object)}>
                  {known.data.map(({ id, name }) => (
                    <option key={id} value={id}>
                      {name}
                    </option>
                  ))}
                </select>
              )}
            />
            <Field name="role" label={role} defaultValue="member" maxLength={64} />
          </div>
          <button data-hj="button">{texts.add}</button>
          {error !== undefined && <Alert error={error} texts={menu} />}
        </form>
      )}
      <h3>{texts.connections}</h3>
      <Belongings
        title={texts.connections}
        items={connections.map(({ id, provider, createdAt }) => ({
          id,
          name: provider,
          note: format(texts.since, { date: createdAt.toLocaleDateString(locale) }),
        }))}
      />
    </>
  );
}
