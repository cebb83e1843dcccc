"use client";

import { type ReactElement, type ReactNode, useEffect, useRef, useState } from "react";
import { ConfirmButton } from "../../components/confirm-button.js";
import { Alert, Failed, Skeleton, Status } from "../../components/feedback.js";
import { format } from "../../components/format.js";
import type { PanelTools } from "./panel-tabs.js";

/** A session, a factor, a membership, an event: something of hers. */
export interface Belonging {
  id: string;
  name: string;
  badge?: string | undefined;
  note?: string;
}

export interface BelongingsProps extends Pick<PanelTools, "texts"> {
  title: string;
  /** Nothing until they are loaded. */
  items: readonly Belonging[] | undefined;
  error?: unknown;
  /** Takes one away; absent where nobody does, `false` where this administrator may not. */
  end?: ((id: string) => Promise<unknown>) | false;
  /** What the button is called. */
  verb?: string;
  /** Stands below; what it does through `run` is told like what was taken away. */
  children?: (run: (work: Promise<unknown>, news: string) => void) => ReactNode;
}

/** A list of what belongs to a user; what was done is said, and the keyboard is not lost. */
export function Belongings(props: BelongingsProps): ReactElement {
  const { texts, title, items, error, end, verb = texts.remove, children } = props;
  const list = useRef<HTMLUListElement>(null);
  const [outcome, setOutcome] = useState<{ news?: string; error?: unknown }>({});

  // The button that was pressed goes with its row.
  useEffect(() => {
    if (outcome.news) list.current?.focus();
  }, [outcome]);

  function run(work: Promise<unknown>, name: string) {
    setOutcome({});
    work.then(
      () => setOutcome({ news: format(texts.done, { name }) }),
      (fault: unknown) => setOutcome({ error: fault }),
    );
  }

  if (!items) return error ? <Failed error={error} /> : <Skeleton rows={2} />;
  return (
    <>
      <ul aria-label={title} ref={list} tabIndex={-1}>
        {items.map((item, at) => {
          const twins = items.slice(0, at).filter(({ name }) => name === item.name).length;
          // No other button says the same.
          const name = end && twins ? `${item.name} (${twins + 1})` : item.name;
          const label = `${verb} ${name}`;
          return (
            <li data-hj="session" key={item.id}>
              <div>
                <strong>
                  <bdi>{name}</bdi>
                </strong>
                {item.badge && <span data-hj="badge">{item.badge}</span>}
                <p data-hj="hint">{item.note}</p>
              </div>
              {end && (
                <ConfirmButton
                  label={label}
                  question={`${label}?`}
                  confirm={verb}
                  cancel={texts.cancel}
                  onConfirm={() => run(end(item.id), label)}
                >
                  {verb}
                </ConfirmButton>
              )}
            </li>
          );
        })}
      </ul>
      {items.length === 0 && <p data-hj="hint">{texts.none}</p>}
      {end === false && <p data-hj="hint">{texts.insufficient_permissions}</p>}
      {children?.(run)}
      <Status>{outcome.news}</Status>
      {outcome.error !== undefined && <Alert error={outcome.error} texts={texts} />}
    </>
  );
}
