"use client";

import { type ReactElement, useEffect, useRef, useState } from "react";
import { ConfirmButton } from "../../components/confirm-button.js";
import { Alert, Failed, Skeleton, Status } from "../../components/feedback.js";
import { format } from "../../components/format.js";
import { deviceNames } from "../../components/session-list/device-names.js";
import { SessionRow } from "../../components/session-list/session-row.js";
import { adminMenu } from "../../locales/en-admin/menu.js";
import { adminPanel } from "../../locales/en-admin/panel.js";
import { sessionList } from "../../locales/en-sessions.js";
import { useMessages } from "../../react/index.js";
import { nameOf } from "../actions/names.js";
import { usePermissions, useUserAction, useUserSessions } from "../react/hooks.js";
import type { TabProps } from "./panel-tabs.js";

/** Where she is signed in, and a way to end each. */
export function SessionsTab({ user }: TabProps): ReactElement {
  const texts = useMessages("adminPanel", adminPanel);
  const menu = useMessages("adminMenu", adminMenu);
  const devices = useMessages("sessionList", sessionList);
  const { data: permissions } = usePermissions();
  const { data: sessions, error, dataUpdatedAt } = useUserSessions(user.id);
  const one = useUserAction("revokeSession");
  const all = useUserAction("revokeSessions");
  const [news, setNews] = useState<string>();
  const section = useRef<HTMLElement>(null);
  const isAllowed = permissions?.operations.includes("revokeSession") !== false;

  // The button that was pressed goes with its row.
  useEffect(() => {
    if (news) section.current?.focus();
  }, [news]);

  if (!sessions) return error ? <Failed error={error} /> : <Skeleton rows={3} />;
  const names = deviceNames(sessions, devices.unknownDevice);
  const failure = one.error ?? all.error;

  function end(sessionId: string, device: string) {
    setNews(undefined);
    const onSuccess = () => setNews(format(devices.ended, { device }));
    one.mutate({ id: user.id, sessionId }, { onSuccess });
  }

  function endAll() {
    setNews(undefined);
    all.mutate({ id: user.id }, { onSuccess: () => setNews(texts.endedAll) });
  }

  return (
    <section data-hj="session-list" aria-label={texts.sessions} ref={section} tabIndex={-1}>
      {sessions.length === 0 && <p data-hj="hint">{texts.noSessions}</p>}
      <ul>
        {sessions.map((session) => {
          const device = names.get(session.id) ?? devices.unknownDevice;
          const onRevoke = isAllowed ? () => end(session.id, device) : undefined;
          const now = new Date(dataUpdatedAt);
          return <SessionRow key={session.id} {...{ session, device, now, onRevoke }} />;
        })}
      </ul>
      {!isAllowed && <p data-hj="hint">{menu.insufficient_permissions}</p>}
      <div data-hj="footer">
        {isAllowed && sessions.length > 1 && (
          <ConfirmButton
            question={format(texts.endAll, { name: nameOf(user) })}
            confirm={devices.signOut}
            cancel={devices.cancel}
            onConfirm={endAll}
          >
            {menu.revokeSessions}
          </ConfirmButton>
        )}
        <Status>{news}</Status>
        {failure && <Alert error={failure} texts={menu} />}
      </div>
    </section>
  );
}
