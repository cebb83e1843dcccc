"use client";

import type { SnakeCase, UserDetails } from "@hellojohn/contract";
import { snakeCase } from "@hellojohn/contract/wire";
import { type ReactElement, useEffect, useState } from "react";
import { Alert } from "../../components/feedback.js";
import { format } from "../../components/format.js";
import { adminReveal } from "../../locales/en-admin/reveal.js";
import { useMessages } from "../../react/index.js";
import { useUserAction } from "../react/hooks.js";

export interface MaskedValueProps {
  user: UserDetails;
  field: "email" | "phoneNumber";
  /** What the user is called on this page. */
  label: string;
}

/** How long a value stays to be read. */
const shownMs = 60_000;

/** A mask, and a way to look behind it for a minute; each look is an event in the log. */
export function MaskedValue({ user, field, label }: MaskedValueProps): ReactElement {
  const texts = useMessages("adminReveal", adminReveal);
  const { mutate, reset, isPending, error } = useUserAction("reveal");
  const [value, setValue] = useState<string>();

  useEffect(() => {
    if (value === undefined) return;
    const timer = setTimeout(() => setValue(undefined), shownMs);
    return () => clearTimeout(timer);
  }, [value]);

  const look = () =>
    mutate(
      { id: user.id, fields: [snakeCase(field) as SnakeCase<typeof field>] },
      {
        onSuccess(told) {
          setValue(told[field] ?? undefined);
          // It is shown here and kept nowhere.
          reset();
        },
      },
    );

  if (value !== undefined) return <bdi data-hj="revealed">{value}</bdi>;
  return (
    <>
      {user[field]}{" "}
      <button
        data-hj="unmask"
        type="button"
        aria-label={format(texts[field], { name: label })}
        onClick={() => !isPending && look()}
      >
        {texts.show}
      </button>
      {error && (
        <span data-hj="visually-hidden">
          <Alert error={error} />
        </span>
      )}
    </>
  );
}
