"use client";

import type { ReactElement, ReactNode } from "react";
import { errors } from "../locales/en.js";
import { useMessages } from "../react/index.js";
import { errorText } from "./format.js";

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
