"use client";

import type { UserDetails } from "@hellojohn/contract";
import { useQuery } from "@tanstack/react-query";
import { type ReactElement, useState } from "react";
import { Failed, Skeleton } from "../../components/feedback.js";
import { adminMenu } from "../../locales/en-admin/menu.js";
import { adminPanel } from "../../locales/en-admin/panel.js";
import { useMessages } from "../../react/index.js";
import { Modal } from "../actions/modal.js";
import { nameOf } from "../actions/names.js";
import { type DialogRequest, UserDialogs, useDialogs } from "../dialogs.js";
import { useAdmin } from "../react/context.js";
import { adminUserOptions } from "../react/queries.js";
import { useCellTools } from "../table/cell-tools.js";
import { RowMenu } from "../table/row-menu.js";
import { PanelTabs, type PanelTools } from "./panel-tabs.js";

/** Everything about one user, in tabs. */
export function UserPanel(props: { userId: string; masked?: boolean }): ReactElement {
  const [masked, setMasked] = useState(props.masked);
  const { data: user, error } = useQuery(adminUserOptions(useAdmin(), props.userId, masked));
  const { close, open } = useDialogs();
  const { texts: usual, moment } = useCellTools(false);
  const texts = {
    ...usual,
    ...useMessages("adminMenu", adminMenu),
    ...useMessages("adminPanel", adminPanel),
  };
  const tools = { texts, moment };

  return (
    <Modal part="panel" title={user ? nameOf(user) : texts.user} onClose={() => close()}>
      <button data-hj="close" type="button" aria-label={texts.close} onClick={() => close()} />
      {user ? (
        // What is opened from here stands over the panel, and leads back to it.
        <UserDialogs>
          <PanelHead {...{ user, ...tools }} leave={open} />
          <PanelTabs {...{ user, ...tools }} onRevealed={() => setMasked(false)} />
        </UserDialogs>
      ) : error ? (
        <Failed error={error} texts={texts} />
      ) : (
        <Skeleton rows={5} />
      )}
    </Modal>
  );
}

interface PanelHeadProps extends PanelTools {
  user: UserDetails;
  /** Does in place of the panel what leaves no user to show in it. */
  leave: (request: DialogRequest) => void;
}

/** Who she is, at a glance, and what may be done to her. */
function PanelHead({ user, texts, moment, leave }: PanelHeadProps): ReactElement {
  const { open } = useDialogs();
  const [button, setButton] = useState<HTMLElement>();
  const { id, email, status, role, mfaEnrolled, createdAt, lastSignInAt } = user;
  const facts = [
    id,
    `${texts.created}: ${moment(createdAt)}`,
    `${texts.lastSignIn}: ${moment(lastSignInAt)}`,
  ];
  return (
    <>
      <p data-hj="identity">
        <bdi>{email}</bdi>
        <span data-hj="badge" data-status={status}>
          {{ ...texts }[status as string] ?? status}
        </span>
        <span data-hj="badge">{role}</span>
        {mfaEnrolled && <span data-hj="badge">{texts.mfa}</span>}
      </p>
      <p data-hj="hint">{facts.join(" · ")}</p>
      <button
        data-hj="button"
        type="button"
        aria-haspopup="menu"
        onClick={({ currentTarget }) => setButton(button ? undefined : currentTarget)}
      >
        {texts.actions}
      </button>
      {button && (
        <RowMenu
          {...{ user, button }}
          onClose={() => setButton(undefined)}
          onOpen={(request) => (/delete|impersonate/.test(request.action) ? leave : open)(request)}
        />
      )}
    </>
  );
}
