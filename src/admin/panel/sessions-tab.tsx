"use client";

import type { ReactElement } from "react";
import { deviceNames } from "../../components/session-list/device-names.js";
import { relativeTime } from "../../components/session-list/relative-time.js";
import { adminPanel } from "../../locales/en-admin/panel.js";
import { useLocale, useMessages } from "../../react/index.js";
import { useMay } from "../actions/use-refusals.js";
import { useUserAction, useUserSessions } from "../react/hooks.js";
import { Belongings } from "./belongings.js";
import type { TabProps } from "./panel-tabs.js";

/** Where she is signed in, and a way to end each. */
export function SessionsTab({ user: { id } }: TabProps): ReactElement {
  const texts = useMessages("adminPanel", adminPanel);
  const { locale } = useLocale();
  const { data: sessions, error, dataUpdatedAt } = useUserSessions(id);
  const revoke = useUserAction("revokeSession");
  const names = deviceNames(sessions ?? [], texts.device);
  const now = new Date(dataUpdatedAt);
  return (
    <Belongings
      title={texts.sessions}
      items={sessions?.map((session) => ({
        id: session.id,
        name: names.get(session.id) ?? texts.device,
        badge: session.impersonated ? texts.impersonated : undefined,
        note: `${relativeTime(session.lastActiveAt, now, locale)} · ${session.ip ?? "–"}`,
      }))}
      error={error}
      verb={texts.signOut}
      end={useMay("revokeSession") && ((sessionId) => revoke.mutateAsync({ id, sessionId }))}
    />
  );
}
