"use client";

import { type ReactElement, type ReactNode, useState } from "react";

/** Passwords that may be looked at: gives its children the type to draw them with, and shows the switch. */
export function SecretFields(props: {
  label: string;
  children: (type: "password" | "text") => ReactNode;
}): ReactElement {
  const [visible, setVisible] = useState(false);
  return (
    <div data-hj="secrets">
      {props.children(visible ? "text" : "password")}
      <button
        data-hj="reveal"
        type="button"
        aria-pressed={visible}
        onClick={() => setVisible(!visible)}
      >
        {props.label}
      </button>
    </div>
  );
}
