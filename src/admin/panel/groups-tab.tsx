"use client";

import { adminEndpoints as rows } from "@hellojohn/contract";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, type ReactElement, useState } from "react";
import { ConfirmButton } from "../../components/confirm-button.js";
import { Alert, Status } from "../../components/feedback.js";
import { format } from "../../components/format.js";
import { adminMenu } from "../../locales/en-admin/menu.js";
import { adminPanel } from "../../locales/en-admin/panel.js";
import { useLocale, useMessages } from "../../react/index.js";
import { useAdmin } from "../react/context.js";
import { useOrganizations, usePermissions } from "../react/hooks.js";
import { adminKeys } from "../react/keys.js";
import { MembershipForm } from "./membership-form.js";
import type { TabProps } from "./panel-tabs.js";

/** A place in an organization to give, or without a role to take away. */
interface Place {
  id: string;
  role?: string;
}

/** The accounts she signs in with, and the organizations she belongs to. */
export function GroupsTab({ user }: TabProps): ReactElement {
  const texts = useMessages("adminPanel", adminPanel);
  const menu = useMessages("adminMenu", adminMenu);
  const { locale } = useLocale();
  const admin = useAdmin();
  const cache = useQueryClient();
  const { data: permissions } = usePermissions();
  const { data: known } = useOrganizations({ limit: 100 });
  const [news, setNews] = useState<string>();
  const { connections = [], organizations = [], id: userId } = user;
  const isAllowed = permissions?.operations.includes("addMember") !== false;
  const day = new Intl.DateTimeFormat(locale, { dateStyle: "medium" });

  const place = useMutation({
    mutationKey: [...admin.branch, "place"],
    networkMode: "always",
    mutationFn: ({ id, role }: Place): Promise<unknown> =>
      role === undefined
        ? admin.call(rows.removeMember, { params: { id, userId } })
        : admin.call(rows.addMember, { params: { id }, body: { userId, role } }),
    onSettled: () => cache.invalidateQueries({ queryKey: adminKeys.user(admin, userId) }),
  });

  function change(to: Place, said: string) {
    setNews(undefined);
    place.mutate(to, { onSuccess: () => setNews(said) });
  }

  function add(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const values = new FormData(event.currentTarget);
    const id = String(values.get("organization"));
    const name = known?.data.find((each) => each.id === id)?.name ?? id;
    change({ id, role: String(values.get("role")) || "member" }, format(texts.added, { name }));
  }

  return (
    <section data-hj="session-list" aria-label={texts.groups}>
      <h3>{texts.connections}</h3>
      {connections.length === 0 && <p data-hj="hint">{texts.noConnections}</p>}
      <ul>
        {connections.map(({ id, provider, createdAt }) => (
          <li data-hj="session" key={id}>
            <strong>{provider}</strong>
            <span data-hj="hint">{format(texts.since, { date: day.format(createdAt) })}</span>
          </li>
        ))}
      </ul>
      <h3>{texts.organizations}</h3>
      {organizations.length === 0 && <p data-hj="hint">{texts.noOrganizations}</p>}
      <ul>
        {organizations.map(({ organizationId: id, name, role }) => (
          <li data-hj="session" key={id}>
            <div>
              <strong>
                <bdi>{name}</bdi>
              </strong>
              <span data-hj="badge">{role}</span>
            </div>
            {isAllowed && (
              <ConfirmButton
                label={format(texts.removeNamed, { name })}
                question={format(texts.confirmMember, { name })}
                confirm={texts.remove}
                cancel={texts.cancel}
                onConfirm={() => change({ id }, format(texts.removed, { name }))}
              >
                {texts.remove}
              </ConfirmButton>
            )}
          </li>
        ))}
      </ul>
      {isAllowed ? (
        known && <MembershipForm organizations={known.data} onSubmit={add} />
      ) : (
        <p data-hj="hint">{menu.insufficient_permissions}</p>
      )}
      <Status>{news}</Status>
      {place.error && <Alert error={place.error} texts={menu} />}
    </section>
  );
}
