"use client";

import type { Session } from "@hellojohn/contract";
import { type ComponentProps, type ReactElement, useEffect, useRef, useState } from "react";
import { reasons } from "../../locales/en.js";
import { sessionList } from "../../locales/en-sessions.js";
import {
  useMessages,
  useRevokeOtherSessions,
  useRevokeSession,
  useSession,
  useSessions,
} from "../../react/index.js";
import { ConfirmButton } from "../confirm-button.js";
import { Alert, Status, Failed, SignedOut, Skeleton } from "../feedback.js";
import { format } from "../format.js";
import { deviceNames } from "./device-names.js";
import { SessionRow } from "./session-row.js";

export type SessionListProps = Omit<ComponentProps<"section">, "ref" | "children">;

/** Where the signed-in person is signed in, and a way to end each. */
export function SessionList(props: SessionListProps): ReactElement {
  const { data, error, dataUpdatedAt } = useSessions();
  const session = useSession();
  if (data)
    return (
      <Devices
        {...props}
        sessions={data}
        now={new Date(dataUpdatedAt)}
        readOnly={session.status === "signed-in" && session.impersonated}
      />
    );
  if (session.status === "signed-out") return <SignedOut />;
  if (error) return <Failed error={error} />;
  return <Skeleton rows={3} />;
}

interface DevicesProps extends SessionListProps {
  sessions: readonly Session[];
  now: Date;
  readOnly: boolean;
}

function Devices({ sessions, now, readOnly, ...rest }: DevicesProps): ReactElement {
  const texts = useMessages("sessionList", sessionList);
  const reason = useMessages("reasons", reasons).impersonation;
  const section = useRef<HTMLElement>(null);
  const [news, setNews] = useState<string>();
  const revoke = useRevokeSession();
  const revokeOthers = useRevokeOtherSessions();
  const error = revoke.error ?? revokeOthers.error;
  const rows = [...sessions].sort((a, b) => Number(b.current) - Number(a.current));
  const names = deviceNames(rows, texts.unknownDevice);

  // The button that was pressed is gone with its row: the list takes the focus, and the news tells why.
  useEffect(() => {
    if (news) section.current?.focus();
  }, [news]);

  function end(id: string, device: string) {
    setNews(undefined);
    revoke.mutate(id, { onSuccess: () => setNews(format(texts.ended, { device })) });
  }

  function endOthers() {
    setNews(undefined);
    revokeOthers.mutate(undefined, { onSuccess: () => setNews(texts.endedOthers) });
  }

  return (
    <section data-hj="session-list" aria-label={texts.list} {...rest} ref={section} tabIndex={-1}>
      <ul>
        {rows.map((session) => {
          const device = names.get(session.id) ?? texts.unknownDevice;
          const onRevoke = readOnly ? undefined : () => end(session.id, device);
          return <SessionRow key={session.id} {...{ session, device, now, onRevoke }} />;
        })}
      </ul>
      {rows.length < 2 && <p data-hj="hint">{texts.alone}</p>}
      {rows.length > 1 && readOnly && <p data-hj="hint">{reason}</p>}
      <div data-hj="footer">
        {rows.length > 1 && !readOnly && (
          <ConfirmButton
            question={texts.confirmOthers}
            confirm={texts.signOut}
            cancel={texts.cancel}
            onConfirm={endOthers}
          >
            {texts.signOutOthers}
          </ConfirmButton>
        )}
        <Status>{news}</Status>
        {error && <Alert error={error} />}
      </div>
    </section>
  );
}
