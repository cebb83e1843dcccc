"use client";

import { useQueryClient } from "@tanstack/react-query";
import type { ReactElement, ReactNode } from "react";
import { states } from "../locales/en.js";
import { keys, useMessages, useUser } from "../react/index.js";
import { Alert } from "./feedback.js";
import type { Person } from "./person.js";

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
export function Failed({ error }: { error: unknown }): ReactElement {
  const texts = useMessages("states", states);
  const cache = useQueryClient();
  const retry = () => cache.refetchQueries({ queryKey: keys.all, type: "active" });
  return (
    <Alert error={error}>
      <button data-hj="button" type="button" onClick={() => void retry()}>
        {texts.retry}
      </button>
    </Alert>
  );
}

export function SignedOut(): ReactElement {
  return <p data-hj="signed-out">{useMessages("states", states).signedOut}</p>;
}

/** Waits for the signed-in person, and says why when she does not come. */
export function Gate(props: { rows: number; children: (me: Person) => ReactNode }): ReactNode {
  const { user, isLoaded, error } = useUser();
  if (isLoaded) return user ? props.children(user) : <SignedOut />;
  return error ? <Failed error={error} /> : <Skeleton rows={props.rows} />;
}
