"use client";

import { type ReactElement, useEffect, useRef } from "react";
import { Alert, Status } from "../../components/feedback.js";
import { format } from "../../components/format.js";
import { adminBulk } from "../../locales/en-admin/bulk.js";
import { adminMenu } from "../../locales/en-admin/menu.js";
import { useLocale, useMessages } from "../../react/index.js";
import type { BulkOutcome } from "./bulk-ledger.js";
import { download } from "./download.js";
import { bulkReportOf } from "./report.js";
import { isActive, quarterOf } from "./run-desk.js";
import { useBulkAction } from "./use-bulk-action.js";

/** How a run goes and how it went, with the report of each user. */
export function BulkProgress({ onClose }: { onClose: () => void }): ReactElement | null {
  const texts = useMessages("adminBulk", adminBulk);
  const menu = useMessages("adminMenu", adminMenu);
  const { locale } = useLocale();
  const { run, state, settled } = useBulkAction();
  const part = useRef<HTMLDivElement>(null);
  const active = state && isActive(state);

  // The button that was pressed went with what it did.
  useEffect(() => part.current?.focus(), [active]);

  if (!run || !state) return null;
  const { counts, status, code } = state;
  const all = run.plan.targets.length;
  const say = (text: string, count: number) =>
    format(text, { count: count.toLocaleString(locale) });
  const told = (Object.keys(counts) as BulkOutcome[]).filter(
    (outcome) => counts[outcome] > 0 && !(active && outcome === "not_tried"),
  );
  const button = (label: string, onClick: () => void) => (
    <button data-hj="button" type="button" onClick={onClick}>
      {label}
    </button>
  );
  const save = (kind: "csv" | "json") =>
    button(`${texts.report} (${kind.toUpperCase()})`, () =>
      download(bulkReportOf(run, kind), `${run.plan.action.name}-${run.id}.${kind}`),
    );
  // Told aloud in quarters, and at the end in full.
  const heard = active
    ? `${quarterOf({ run, state }) * 25} %`
    : told.map((outcome) => say(texts[outcome], counts[outcome])).join(". ");

  return (
    <div data-hj="bulk-progress" ref={part} tabIndex={-1}>
      {active && (
        <>
          <progress max={all} value={settled} aria-label={texts.title} />
          <p>
            {format(texts.progress, {
              settled: settled.toLocaleString(locale),
              count: all.toLocaleString(locale),
            })}
          </p>
        </>
      )}
      {status === "paused" && (
        <Alert error={{ code }} texts={menu}>
          {button(texts.goOn, () => void run.start())}
        </Alert>
      )}
      <ul>
        {told.map((outcome) => (
          <li key={outcome} data-outcome={outcome}>
            {say(texts[outcome], counts[outcome])}
          </li>
        ))}
      </ul>
      <div data-hj="visually-hidden">
        <Status>{heard}</Status>
      </div>
      <div data-hj="footer">
        {active ? (
          <>
            {button(status === "stopping" ? texts.stopping : texts.stop, run.cancel)}
            {button(texts.hide, onClose)}
          </>
        ) : (
          <>
            {counts.failed > 0 && button(say(texts.retry, counts.failed), () => void run.retry())}
            {save("csv")}
            {save("json")}
            {button(texts.close, onClose)}
          </>
        )}
      </div>
    </div>
  );
}
