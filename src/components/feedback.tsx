"use client";

import { useQueryClient } from "@tanstack/react-query";
import type { ReactElement, ReactNode } from "react";
import { errors, states } from "../locales/en.js";
import { keys, useMessages, useUser } from "../react/index.js";
import { errorText, format } from "./format.js";
import type { Outcome } from "./outcome.js";
import type { Person } from "./person.js";

/** A state as an attribute: present or not. */
export const flag = (on: unknown): "" | undefined => (on ? "" : undefined);

/** Good news, read out when convenient. It is there before the news, or nobody would hear it. */
export const Status = ({ children }: { children: ReactNode }): ReactElement => (
  <p data-hj="status" role="status">
    {children}
  </p>
);

/** Bad news, read out at once: an error in words, or words of one's own. */
export function Alert(props: {
  error?: unknown;
  /** What this place calls codes of its own. */
  texts?: Readonly<Record<string, string>>;
  children?: ReactNode;
}): ReactElement {
  const { error, texts, children } = props;
  const known = useMessages("errors", errors);
  return (
    <div data-hj="alert" role="alert">
      {error ? errorText({ ...known, ...texts }, error) : null}
      {children}
    </div>
  );
}

export interface FormFooterProps {
  outcome: Outcome;
  /** The form's texts by key: the names of its fields, in their order, and codes of its own. */
  labels: Readonly<Record<string, string>>;
  /** What the button does; it saves unless said otherwise. */
  label?: string;
  /** Stands beside the button, such as a way out. */
  children?: ReactNode;
}

/** The button that sends the form, and how that went. */
export function FormFooter({ outcome, labels, label, children }: FormFooterProps): ReactElement {
  const texts = useMessages("states", states);
  const { status, news, error, errors, conflicts } = outcome;
  const wrong = Object.keys(labels).filter((field) => field in errors || field in conflicts);
  const fields = wrong.map((field) => labels[field]).join(", ");

  return (
    <div data-hj="footer">
      <button data-hj="button" data-primary="" data-pending={flag(status === "saving")}>
        {label ?? texts.save}
      </button>
      {children}
      <Status>{news ?? (status && texts[status])}</Status>
      {status === "saving" ? null : fields ? (
        <Alert>{format(texts.notSaved, { fields })}</Alert>
      ) : (
        error !== undefined && <Alert error={error} texts={labels} />
      )}
    </div>
  );
}

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
export function Failed(props: Parameters<typeof Alert>[0]): ReactElement {
  const texts = useMessages("states", states);
  const cache = useQueryClient();
  const retry = () => cache.refetchQueries({ queryKey: keys.all, type: "active" });
  return (
    <Alert {...props}>
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
