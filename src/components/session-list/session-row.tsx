"use client";

import type { Session } from "@hellojohn/contract";
import type { ReactElement } from "react";
import { sessionList } from "../../locales/en-sessions.js";
import { useLocale, useMessages } from "../../react/index.js";
import { ConfirmButton } from "../confirm-button.js";
import { format } from "../format.js";
import { relativeTime } from "./relative-time.js";

export interface SessionRowProps {
  session: Session;
  /** What the device is called on this list. */
  device: string;
  now: Date;
  /** Absent where this person may not end sessions. */
  onRevoke: (() => void) | undefined;
}

/** One device. */
export function SessionRow(props: SessionRowProps): ReactElement {
  const { session, device, now, onRevoke } = props;
  const texts = useMessages("sessionList", sessionList);
  const { locale } = useLocale();
  const last = session.lastActiveAt;
  const exact = new Intl.DateTimeFormat(locale, { dateStyle: "full", timeStyle: "short" });

  return (
    <li data-hj="session" data-current={session.current ? "" : undefined}>
      <div>
        <strong>{device}</strong>
        {session.current && <span data-hj="badge">{texts.current}</span>}
        {session.impersonated && <span data-hj="badge">{texts.impersonated}</span>}
        <p data-hj="hint">
          <time dateTime={last.toISOString()} title={exact.format(last)}>
            {format(texts.active, { time: relativeTime(last, now, locale) })}
          </time>
          {session.ip && (
            <>
              {" · "}
              <bdi>{session.ip}</bdi>
            </>
          )}
        </p>
      </div>
      {onRevoke && !session.current && (
        <ConfirmButton
          label={format(texts.signOutDevice, { device })}
          question={format(texts.confirm, { device })}
          confirm={texts.signOut}
          cancel={texts.cancel}
          onConfirm={onRevoke}
        >
          {texts.signOut}
        </ConfirmButton>
      )}
    </li>
  );
}
