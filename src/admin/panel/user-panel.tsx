"use client";

import type { UserDetails } from "@hellojohn/contract";
import { adminEndpoints as rows } from "@hellojohn/contract/admin-endpoints";
import { useQuery } from "@tanstack/react-query";
import { type ReactElement, useState } from "react";
import { Alert, Skeleton } from "../../components/feedback.js";
import { states } from "../../locales/en.js";
import { adminMenu } from "../../locales/en-admin/menu.js";
import { adminPanel } from "../../locales/en-admin/panel.js";
import { useMessages } from "../../react/index.js";
import { Modal } from "../actions/modal.js";
import { nameOf } from "../actions/names.js";
import { UserDialogs, useDialogs } from "../dialogs.js";
import { useAdmin } from "../react/context.js";
import { adminUserOptions } from "../react/queries.js";
import { PanelActions } from "./panel-actions.js";
import { PanelTabs } from "./panel-tabs.js";

/** The user; masked, she is kept apart from what is shown of her. */
function usePanelUser(id: string, masked: boolean) {
  const admin = useAdmin();
  const options = adminUserOptions(admin, id);
  const query = { include: "factors,connections,organizations,restrictions", masked };
  const hidden = {
    ...options,
    queryKey: [...options.queryKey, "masked"],
    queryFn: () => admin.call(rows.getUser, { params: { id }, query }),
  };
  return useQuery<UserDetails>(masked ? hidden : options);
}

/** Everything about one user, in tabs. */
export function UserPanel(props: { userId: string; masked?: boolean }): ReactElement {
  const [masked, setMasked] = useState(props.masked ?? false);
  const { data: user, error, refetch } = usePanelUser(props.userId, masked);
  const texts = useMessages("adminPanel", adminPanel);
  const menu = useMessages("adminMenu", adminMenu);
  const { retry } = useMessages("states", states);
  const { close, open } = useDialogs();

  return (
    <Modal part="panel" title={user ? nameOf(user) : texts.title} onClose={() => close()}>
      <button data-hj="close" type="button" aria-label={texts.close} onClick={() => close()} />
      {user ? (
        // What is opened from here stands over the panel, and leads back to it.
        <UserDialogs>
          <Identity user={user} />
          <PanelActions user={user} leave={(action) => open({ kind: "action", action, user })} />
          <PanelTabs user={user} onRevealed={() => setMasked(false)} />
        </UserDialogs>
      ) : error ? (
        <Alert error={error} texts={menu}>
          <button data-hj="button" type="button" onClick={() => void refetch()}>
            {retry}
          </button>
        </Alert>
      ) : (
        <Skeleton rows={5} />
      )}
    </Modal>
  );
}

/** Who she is, at a glance. */
function Identity({ user }: { user: UserDetails }): ReactElement {
  const texts: Record<string, string> = useMessages("adminPanel", adminPanel);
  return (
    <p data-hj="identity">
      <bdi>{user.email}</bdi>
      <span data-hj="badge" data-status={user.status}>
        {texts[user.status] ?? user.status}
      </span>
      <span data-hj="badge">{user.role}</span>
      {user.mfaEnrolled && <span data-hj="badge">{texts["mfa"]}</span>}
    </p>
  );
}
