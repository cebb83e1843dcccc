"use client";

import type { AuditEvent, AuditQuery } from "@hellojohn/contract";
import { camelCase } from "@hellojohn/contract/wire";
import { type ReactElement, useState } from "react";
import { format } from "../../components/format.js";
import { profileForm } from "../../locales/en.js";
import { useMessages } from "../../react/index.js";
import { useMay } from "../actions/use-refusals.js";
import { useAuditEvents } from "../react/hooks.js";
import { Belongings } from "./belongings.js";
import type { PanelTools, TabProps } from "./panel-tabs.js";

/** What happened to her, and who did it. */
export function AuditTab({ user, ...tools }: TabProps): ReactElement {
  if (!useMay("listAuditEvents"))
    return <p data-hj="hint">{tools.texts.insufficient_permissions}</p>;
  return <Events {...tools} query={{ resourceId: user.id, limit: 20 }} />;
}

/** One page, and the next one below it when that is asked for. */
function Events({ query, texts, moment }: PanelTools & { query: AuditQuery }): ReactElement {
  const labels: Record<string, string> = useMessages("profileForm", profileForm);
  const { data: page, error } = useAuditEvents(query);
  const [more, setMore] = useState(false);
  const cursor = page?.meta.cursor;

  const actorOf = ({ actorId, resourceId, metadata }: AuditEvent) => {
    const { impersonator } = metadata as { impersonator?: { id?: string } };
    if (impersonator?.id) return format(texts.behalf, { actor: impersonator.id });
    return actorId === resourceId ? texts.herself : (actorId ?? "–");
  };

  return (
    <>
      <Belongings
        {...{ texts, error }}
        title={texts.audit}
        items={page?.data.map((event) => ({
          id: event.id,
          name: event.type,
          note: [
            moment(event.createdAt),
            actorOf(event),
            ...event.changedFields.map((field) => labels[camelCase(field)] ?? field),
            ...(event.reason ? [`“${event.reason}”`] : []),
          ].join(" · "),
        }))}
      />
      {cursor &&
        (more ? (
          <Events query={{ ...query, cursor }} {...{ texts, moment }} />
        ) : (
          <button data-hj="button" type="button" onClick={() => setMore(true)}>
            {texts.more}
          </button>
        ))}
    </>
  );
}
