"use client";

import { type KeyboardEvent, type ReactElement, useEffect, useRef, useState } from "react";

export interface ConfirmButtonProps {
  children: string;
  /** What the button is called aloud, when its text alone would not say enough. */
  label?: string;
  question: string;
  confirm: string;
  cancel: string;
  onConfirm: () => void;
}

/** A button that asks once more, in its own place; the keyboard stays where it was. */
export function ConfirmButton(props: ConfirmButtonProps): ReactElement {
  const [asking, setAsking] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const hasAsked = useRef(false);

  useEffect(() => {
    if (asking || hasAsked.current) button.current?.focus();
    hasAsked.current = asking;
  }, [asking]);

  const leave = (event: KeyboardEvent) => event.key === "Escape" && setAsking(false);

  if (!asking)
    return (
      <button
        data-hj="button"
        type="button"
        ref={button}
        aria-label={props.label}
        onClick={() => setAsking(true)}
      >
        {props.children}
      </button>
    );

  return (
    <div data-hj="confirm" role="group" aria-label={props.question}>
      <span>{props.question}</span>
      <button data-hj="button" type="button" onKeyDown={leave} onClick={() => setAsking(false)}>
        {props.cancel}
      </button>
      <button
        data-hj="button"
        data-danger=""
        type="button"
        ref={button}
        onKeyDown={leave}
        onClick={() => {
          setAsking(false);
          props.onConfirm();
        }}
      >
        {props.confirm}
      </button>
    </div>
  );
}
