"use client";

import { type ReactElement, type ReactNode, useEffect, useRef, useState } from "react";
import { ConfirmButton } from "../../components/confirm-button.js";
import { Alert, Failed, Skeleton, Status } from "../../components/feedback.js";
import { format } from "../../components/format.js";
import { adminMenu } from "../../locales/en-admin/menu.js";
import { adminPanel } from "../../locales/en-admin/panel.js";
import { useMessages } from "../../react/index.js";

/** A session, a factor, a membership: something of hers that may be taken away. */
export interface Belonging {
  id: string;
  /** No other on the list has it. */
  name: string;
  badge?: string | undefined;
  note?: string;
}

export interface BelongingsProps {
  title: string;
  /** Nothing until they are loaded. */
  items: readonly Belonging[] | undefined;
  error?: unknown;
  /** Takes one away; absent where nobody does, `false` where this administrator may not. */
  end?: ((id: string) => Promise<unknown>) | false;
  /** What the button is called. */
  verb?: string;
  children?: ReactNode;
}

/** A list of what belongs to a user; what was taken away is said, and the keyboard is not lost. */
export function Belongings(props: BelongingsProps): ReactElement {
  const { title, items, error, end, children } = props;
  const texts = useMessages("adminPanel", adminPanel);
  const menu = useMessages("adminMenu", adminMenu);
  const section = useRef<HTMLElement>(null);
  const [outcome, setOutcome] = useState<{ news?: string; error?: unknown }>({});
  const { verb = texts.remove } = props;

  // The button that was pressed goes with its row.
  useEffect(() => {
    if (outcome.news) section.current?.focus();
  }, [outcome]);

  function take({ id, name }: Belonging) {
    if (!end) return;
    setOutcome({});
    end(id).then(
      () => setOutcome({ news: format(texts.done, { verb, name }) }),
      (fault: unknown) => setOutcome({ error: fault }),
    );
  }

  if (!items) return error ? <Failed error={error} /> : <Skeleton rows={2} />;
  return (
    <section data-hj="session-list" aria-label={title} ref={section} tabIndex={-1}>
      {items.length === 0 && <p data-hj="hint">{texts.none}</p>}
      <ul>
        {items.map((item) => (
          <li data-hj="session" key={item.id}>
            <div>
              <strong>
                <bdi>{item.name}</bdi>
              </strong>
              {item.badge && <span data-hj="badge">{item.badge}</span>}
              <p data-hj="hint">{item.note}</p>
            </div>
            {end && (
              <ConfirmButton
                label={`${verb} ${item.name}`}
                question={`${verb} ${item.name}?`}
                confirm={verb}
                cancel={texts.cancel}
                onConfirm={() => take(item)}
              >
                {verb}
              </ConfirmButton>
            )}
          </li>
        ))}
      </ul>
      {end === false && <p data-hj="hint">{menu.insufficient_permissions}</p>}
      {children}
      <Status>{outcome.news}</Status>
      {outcome.error !== undefined && <Alert error={outcome.error} texts={menu} />}
    </section>
  );
}
