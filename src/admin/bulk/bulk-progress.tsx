"use client";

import { type ReactElement, useEffect, useRef } from "react";
import { Alert, Status } from "../../components/feedback.js";
import type { BulkTools } from "./bulk-bar.js";
import type { BulkOutcome } from "./bulk-ledger.js";
import { download } from "./download.js";
import { bulkReportOf } from "./report.js";
import { isActive } from "./run-desk.js";

/** How a run goes and how it went, with the report of each user. */
export function BulkProgress(props: BulkTools & { onClear: () => void }): ReactElement | null {
  const { words, tally, bulk, onClear } = props;
  const { run, state } = bulk;
  const part = useRef<HTMLDivElement>(null);
  const active = isActive(state);

  // The button that was pressed may have gone with what it did.
  useEffect(() => {
    if (document.activeElement === document.body) part.current?.focus();
  }, [active]);

  if (!run || !state) return null;
  const { counts, status, code, settled } = state;
  const { length } = run.plan.targets;
  const told = (Object.keys(counts) as BulkOutcome[])
    .filter((outcome) => counts[outcome] && !(active && outcome === "not_tried"))
    .map((outcome) => [outcome, tally(words[outcome], counts[outcome])] as const);
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
    ? `${Math.floor((4 * settled) / length) * 25} %`
    : told.map(([, text]) => text).join(". ");
  function leave() {
    // The bar may go with the selection; the keyboard goes on in the table around it.
    part.current?.closest("section")?.parentElement?.querySelector("input")?.focus();
    bulk.clear();
    onClear();
  }

  return (
    <div data-hj="bulk-progress" ref={part} tabIndex={-1}>
      <p>
        {tally(words[run.plan.action.name], settled)} / {length}
      </p>
      {active && <progress max={length} value={settled} aria-label={words.title} />}
      {status === "paused" && (
        <Alert error={{ code }} texts={words}>
          {button(words.goOn, () => void run.start())}
        </Alert>
      )}
      <ul>
        {told.map(([outcome, text]) => (
          <li key={outcome} data-outcome={outcome}>
            {text}
          </li>
        ))}
      </ul>
      <div data-hj="visually-hidden">
        <Status>{heard}</Status>
      </div>
      <div data-hj="footer">
        {active ? (
          button(words.stop, run.cancel)
        ) : (
          <>
            {counts.failed > 0 &&
              button(`${words.retry} (${counts.failed})`, () => void run.retry())}
            {save("csv")}
            {save("json")}
            {button(words.close, leave)}
          </>
        )}
      </div>
    </div>
  );
}
