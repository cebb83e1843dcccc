"use client";

import { adminEndpoints as rows } from "@hellojohn/contract/admin-endpoints";
import { useQueryClient } from "@tanstack/react-query";
import type { ReactElement } from "react";
import { profileForm } from "../../locales/en.js";
import { useMessages } from "../../react/index.js";
import { useMay } from "../actions/use-refusals.js";
import { useAdmin } from "../react/context.js";
import { useOrganizations } from "../react/hooks.js";
import { adminKeys } from "../react/keys.js";
import { labelled } from "../table/labelled.js";
import { Belongings } from "./belongings.js";
import type { TabProps } from "./panel-tabs.js";

/** The organizations she belongs to, and the accounts she signs in with. */
export function GroupsTab({ user, texts }: TabProps): ReactElement {
  const labels = useMessages("profileForm", profileForm);
  const admin = useAdmin();
  const cache = useQueryClient();
  const { data: known } = useOrganizations({ limit: 100 });
  const mayChange = useMay("addMember");
  const { connections = [], organizations = [], id: userId } = user;

  const told = () => cache.invalidateQueries({ queryKey: adminKeys.user(admin, userId) });
  const leave = (id: string) =>
    admin.call(rows.removeMember, { params: { id, userId } }).finally(told);
  const join = (values: FormData) =>
    admin
      .call(rows.addMember, {
        params: { id: String(values.get("id")) },
        body: { userId, role: String(values.get("role") || "member") },
      })
      .finally(told);

  return (
    <>
      <Belongings
        texts={texts}
        title={texts.groups}
        items={organizations.map(({ organizationId: id, name, role: badge }) => ({
          ...{ id, name, badge },
        }))}
        end={mayChange && leave}
      >
        {(run) =>
          mayChange &&
          known?.data[0] && (
            <form
              data-hj="join"
              onSubmit={(event) => {
                event.preventDefault();
                run(join(new FormData(event.currentTarget)), texts.add);
              }}
            >
              <div data-hj="columns">
                {labelled(
                  texts.add,
                  <select data-hj="input" name="id">
                    {known.data.map(({ id, name }) => (
                      <option key={id} value={id}>
                        {name}
                      </option>
                    ))}
                  </select>,
                )}
                {labelled(
                  labels.role,
                  <input data-hj="input" name="role" defaultValue="member" maxLength={64} />,
                )}
              </div>
              <button data-hj="button">{texts.add}</button>
            </form>
          )
        }
      </Belongings>
      <p data-hj="hint">
        {texts.connections} {connections.map(({ provider }) => provider).join(", ") || texts.none}
      </p>
    </>
  );
}
