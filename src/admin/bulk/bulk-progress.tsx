"use client";

import { type ReactElement, useEffect, useRef } from "react";
import { Alert, Status } from "../../components/feedback.js";
import type { BulkTools } from "./bulk-bar.js";
import type { BulkOutcome } from "./bulk-ledger.js";
import { download } from "./download.js";
import { bulkReportOf } from "./report.js";
import { isActive, quarterOf } from "./run-desk.js";

/** How far the run has come. */
export const progressOf = ({ words, say, bulk: { run, state } }: BulkTools): string =>
  say(words.progress, run?.plan.targets.length ?? 0, {
    settled: say("{count}", state?.settled ?? 0),
  });

/** How a run goes and how it went, with the report of each user. */
export function BulkProgress(tools: BulkTools): ReactElement | null {
  const { words, say, bulk, leave } = tools;
  const { run, state } = bulk;
  const part = useRef<HTMLDivElement>(null);
  const active = state && isActive(state);

  // The button that was pressed went with what it did.
  useEffect(() => part.current?.focus(), [active]);

  if (!run || !state) return null;
  const { counts, status, code } = state;
  const told = (Object.keys(counts) as BulkOutcome[]).filter(
    (outcome) => counts[outcome] > 0 && !(active && outcome === "not_tried"),
  );
  const button = (label: string, onClick: () => void) => (
    <button data-hj="button" type="button" onClick={onClick}>
      {label}
    </button>
  );
  const save = (kind: "csv" | "json") =>
    button(`${words.report} (${kind.toUpperCase()})`, () =>
      download(bulkReportOf(run, kind), `${run.plan.action.name}-${run.id}.${kind}`),
    );
  // Told aloud in quarters, and at the end in full.
  const heard = active
    ? `${quarterOf(run) * 25} %`
    : told.map((outcome) => say(words[outcome], counts[outcome])).join(". ");

  return (
    <div data-hj="bulk-progress" ref={part} tabIndex={-1}>
      {active && (
        <>
          <progress max={run.plan.targets.length} value={state.settled} aria-label={words.title} />
          <p>{progressOf(tools)}</p>
        </>
      )}
      {status === "paused" && (
        <Alert error={{ code }} texts={words}>
          {button(words.goOn, () => void run.start())}
        </Alert>
      )}
      <ul>
        {told.map((outcome) => (
          <li key={outcome} data-outcome={outcome}>
            {say(words[outcome], counts[outcome])}
          </li>
        ))}
      </ul>
      <div data-hj="visually-hidden">
        <Status>{heard}</Status>
      </div>
      <div data-hj="footer">
        {active ? (
          <>
            {button(status === "stopping" ? words.stopping : words.stop, run.cancel)}
            {button(words.hide, leave)}
          </>
        ) : (
          <>
            {counts.failed > 0 && button(say(words.retry, counts.failed), () => void run.retry())}
            {save("csv")}
            {save("json")}
            {button(words.close, leave)}
          </>
        )}
      </div>
    </div>
  );
}
