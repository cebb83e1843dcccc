"use client";

import type { AuditEvent, AuditQuery } from "@hellojohn/contract";
import { camelCase } from "@hellojohn/contract/wire";
import { type ReactElement, useState } from "react";
import { Failed, Skeleton } from "../../components/feedback.js";
import { format } from "../../components/format.js";
import { relativeTime } from "../../components/session-list/relative-time.js";
import { profileForm } from "../../locales/en.js";
import { adminMenu } from "../../locales/en-admin/menu.js";
import { adminPanel } from "../../locales/en-admin/panel.js";
import { useLocale, useMessages } from "../../react/index.js";
import { useMay } from "../actions/use-refusals.js";
import { useAuditEvents } from "../react/hooks.js";
import type { TabProps } from "./panel-tabs.js";

/** What happened to her, and who did it. */
export function AuditTab({ user }: TabProps): ReactElement {
  const menu = useMessages("adminMenu", adminMenu);
  if (!useMay("listAuditEvents")) return <p data-hj="hint">{menu.insufficient_permissions}</p>;
  return <Events query={{ resourceId: user.id, limit: 20 }} />;
}

/** One page, and the next one below it when that is asked for. */
function Events({ query }: { query: AuditQuery }): ReactElement {
  const texts = useMessages("adminPanel", adminPanel);
  const { data: page, error } = useAuditEvents(query);
  const [more, setMore] = useState(false);
  if (!page) return error ? <Failed error={error} /> : <Skeleton rows={3} />;
  const { cursor } = page.meta;
  return (
    <>
      <ol data-hj="audit" aria-label={texts.audit}>
        {page.data.map((event) => (
          <Event key={event.id} {...event} />
        ))}
      </ol>
      {page.data.length === 0 && <p data-hj="hint">{texts.none}</p>}
      {cursor &&
        (more ? (
          <Events query={{ ...query, cursor }} />
        ) : (
          <button data-hj="button" type="button" onClick={() => setMore(true)}>
            {texts.more}
          </button>
        ))}
    </>
  );
}

function Event(event: AuditEvent): ReactElement {
  const texts = useMessages("adminPanel", adminPanel);
  const labels: Record<string, string> = useMessages("profileForm", profileForm);
  const { locale } = useLocale();
  const { type, createdAt, reason, changedFields, actorId, resourceId, metadata } = event;
  const { impersonator } = metadata as { impersonator?: { id?: string } };
  const [now] = useState(() => new Date());
  const by = actorId === resourceId ? texts.herself : (actorId ?? "–");
  const who = impersonator?.id ? format(texts.behalf, { actor: impersonator.id }) : by;

  return (
    <li>
      <code>{type}</code>
      <time dateTime={createdAt.toISOString()} title={createdAt.toLocaleString(locale)}>
        {relativeTime(createdAt, now, locale)}
      </time>
      <p data-hj="hint">
        {[who, ...changedFields.map((field) => labels[camelCase(field)] ?? field)].join(" · ")}
      </p>
      {reason && <q>{reason}</q>}
    </li>
  );
}
