"use client";

import type { ReactElement } from "react";

/** Says what it does and, meanwhile, that it is being done. */
export function SubmitButton(props: {
  pending: boolean;
  labels: readonly [idle: string, pending: string];
}): ReactElement {
  return (
    <button data-hj="button" data-primary="" data-pending={props.pending ? "" : undefined}>
      {props.labels[props.pending ? 1 : 0]}
    </button>
  );
}
