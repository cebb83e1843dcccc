"use client";

import { type ReactElement, useEffect, useRef } from "react";
import { Alert, Status } from "../../components/feedback.js";
import type { BulkTools } from "./bulk-bar.js";
import type { BulkOutcome } from "./bulk-ledger.js";
import { download } from "./download.js";
import { bulkReportOf } from "./report.js";
import { isActive } from "./run-desk.js";

/** How a run goes and how it went, with the report of each user. */
export function BulkProgress({ words, tally, bulk }: BulkTools): ReactElement | null {
  const { run, state } = bulk;
  const part = useRef<HTMLDivElement>(null);
  const active = isActive(state);

  // The button that was pressed may have gone with what it did.
  useEffect(() => {
    if (document.activeElement === document.body) part.current?.focus();
  }, [active]);

  if (!run || !state) return null;
  const { counts, code, settled } = state;
  const left = counts.failed + counts.not_tried;
  const { length } = run.plan.targets;
  const told = (Object.keys(counts) as BulkOutcome[])
    .filter((outcome) => counts[outcome])
    .map((outcome) => [outcome, tally(words[outcome], counts[outcome])] as const);
  // By its key no button becomes another one under the finger that pressed it.
  const button = (label: string, onClick: () => void) => (
    <button key={label} data-hj="button" type="button" onClick={onClick}>
      {label}
    </button>
  );
  // Told aloud in quarters, and at the end in full.
  const heard = active
    ? `${Math.floor((4 * settled) / length) * 25} %`
    : told.map(([, text]) => text).join(". ");

  return (
    <div data-hj="bulk-progress" ref={part} tabIndex={-1}>
      <p>
        {tally(words[run.plan.action.name], settled)} / {length}
      </p>
      {active && <progress max={length} value={settled} aria-label={words.title} />}
      {!active && code && <Alert error={{ code }} texts={words} />}
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
          button(words.stop, () => run.cancel())
        ) : (
          <>
            {left > 0 && button(`${words.goOn} (${left})`, () => void run.start())}
            {button(words.report, () => download(bulkReportOf(run), `${run.id}.csv`))}
          </>
        )}
      </div>
    </div>
  );
}
