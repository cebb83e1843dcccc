"use client";

import type { Me } from "@hellojohn/contract";
import type { ReactElement, ReactNode } from "react";
import { errors, states } from "../locales/en.js";
import { useMessages } from "../react/index.js";
import { Alert } from "./feedback.js";
import { errorText } from "./format.js";
import { useMe } from "./use-me.js";

/** As tall as what it stands for, so that nothing jumps. */
export function Skeleton({ rows }: { rows: number }): ReactElement {
  const texts = useMessages("states", states);
  return (
    <div data-hj="skeleton" role="status">
      <span data-hj="visually-hidden">{texts.loading}</span>
      {Array.from({ length: rows }, (_, row) => (
        <span data-hj="bone" key={row} />
      ))}
    </div>
  );
}

/** What to say, and the way out, when something could not be loaded. */
export function Failed({ error, retry }: { error: unknown; retry: () => void }): ReactElement {
  const texts = useMessages("states", states);
  const reasons = useMessages("errors", errors);
  return (
    <Alert>
      <p>
        {texts.failed} {errorText(reasons, error)}
      </p>
      <button data-hj="button" type="button" onClick={() => retry()}>
        {texts.retry}
      </button>
    </Alert>
  );
}

export function SignedOut(): ReactElement {
  return <p data-hj="signed-out">{useMessages("states", states).signedOut}</p>;
}

/** Waits for the signed-in person, and says why when she does not come. */
export function Gate(props: { rows: number; children: (me: Me) => ReactNode }): ReactNode {
  const { me, isOut, error, refetch } = useMe();
  if (isOut) return <SignedOut />;
  if (me) return props.children(me);
  if (error) return <Failed error={error} retry={() => void refetch()} />;
  return <Skeleton rows={props.rows} />;
}
