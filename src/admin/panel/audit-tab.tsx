"use client";

import type { AuditEvent, AuditQuery } from "@hellojohn/contract";
import { type ReactElement, useState } from "react";
import { Failed, Skeleton } from "../../components/feedback.js";
import { format } from "../../components/format.js";
import { relativeTime } from "../../components/session-list/relative-time.js";
import { profileForm } from "../../locales/en.js";
import { adminMenu } from "../../locales/en-admin/menu.js";
import { adminPanel } from "../../locales/en-admin/panel.js";
import { useLocale, useMessages } from "../../react/index.js";
import { useAuditEvents, usePermissions } from "../react/hooks.js";
import type { TabProps } from "./panel-tabs.js";

/** What happened to her, and who did it. */
export function AuditTab({ user }: TabProps): ReactElement {
  const menu = useMessages("adminMenu", adminMenu);
  const { audit } = useMessages("adminPanel", adminPanel);
  const { data: permissions } = usePermissions();
  if (permissions?.operations.includes("listAuditEvents") === false)
    return <p data-hj="hint">{menu.insufficient_permissions}</p>;
  return (
    <section data-hj="audit" aria-label={audit}>
      <Events query={{ resourceId: user.id, limit: 20 }} />
    </section>
  );
}

/** One page, and the next one below it when that is asked for. */
function Events({ query }: { query: AuditQuery }): ReactElement {
  const texts = useMessages("adminPanel", adminPanel);
  const { data: page, error, dataUpdatedAt } = useAuditEvents(query);
  const [more, setMore] = useState(false);
  if (!page) return error ? <Failed error={error} /> : <Skeleton rows={3} />;
  const { cursor } = page.meta;
  return (
    <>
      {page.data.length === 0 && !query.cursor && <p data-hj="hint">{texts.noEvents}</p>}
      <ol>
        {page.data.map((event) => (
          <Event key={event.id} event={event} now={new Date(dataUpdatedAt)} />
        ))}
      </ol>
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

function Event({ event, now }: { event: AuditEvent; now: Date }): ReactElement {
  const texts = useMessages("adminPanel", adminPanel);
  const labels: Record<string, string> = useMessages("profileForm", profileForm);
  const { locale } = useLocale();
  const { type, createdAt, reason, changedFields, metadata } = event;
  const { impersonator } = metadata as { impersonator?: { id?: string } };
  const exact = new Intl.DateTimeFormat(locale, { dateStyle: "full", timeStyle: "medium" });
  const actor = event.actorId === event.resourceId && event.actorId ? texts.herself : event.actorId;
  const who = impersonator?.id
    ? format(texts.onBehalf, { actor: impersonator.id })
    : (actor ?? texts.nobody);
  const names = changedFields.map((field) => labels[field] ?? field);

  return (
    <li>
      <code>{type}</code>
      <time dateTime={createdAt.toISOString()} title={exact.format(createdAt)}>
        {relativeTime(createdAt, now, locale)}
      </time>
      <p data-hj="hint">
        <bdi>{who}</bdi>
        {names.length > 0 && ` · ${names.join(", ")}`}
      </p>
      {reason && (
        <p>
          <q>{reason}</q>
        </p>
      )}
    </li>
  );
}
