"use client";

import { type FieldMessages, HelloJohnError } from "@hellojohn/contract";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { focusFirst } from "../controls.js";

type Values = (name: string) => string;

interface Outcome {
  errors: FieldMessages;
  error?: unknown;
}

/** A form whose fields must all be filled in and whose values are kept nowhere but in the page's inputs. */
export function useSecretForm(
  mutation: { reset(): void; isPending: boolean },
  send: (values: Values) => Promise<void>,
) {
  const ref = useRef<HTMLFormElement>(null);
  const [outcome, setOutcome] = useState<Outcome>({ errors: {} });
  useEffect(() => focusFirst(ref.current), [outcome]);

  async function attempt(form: HTMLFormElement): Promise<Outcome> {
    const data = new FormData(form);
    const values: Values = (name) => String(data.get(name) ?? "");
    const missing = [...data.keys()].filter((name) => !values(name).trim());
    if (missing.length > 0)
      return {
        errors: Object.fromEntries(
          missing.map((name) => [name, [{ code: "required", message: "" }]]),
        ),
      };
    try {
      await send(values);
      return { errors: {} };
    } catch (error) {
      return { errors: HelloJohnError.is(error) ? error.fields : {}, error };
    } finally {
      mutation.reset();
    }
  }

  return {
    ...outcome,
    pending: mutation.isPending,
    props: {
      ref,
      async onSubmit(event: FormEvent<HTMLFormElement>) {
        event.preventDefault();
        if (!mutation.isPending) setOutcome(await attempt(event.currentTarget));
      },
    },
  };
}
