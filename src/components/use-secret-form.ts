"use client";

import { type FieldMessages, HelloJohnError } from "@hellojohn/contract";
import { type FormEvent, type RefObject, useEffect, useRef, useState } from "react";
import { focusFirst } from "./controls.js";

/** Reads what stands in a field now. */
export type Values = (name: string) => string;

interface SecretFormOptions {
  mutation: { reset(): void; isPending: boolean };
  /** What is wrong with the values, beside a field left empty. */
  check?: (values: Values) => FieldMessages;
  send: (values: Values) => Promise<void>;
}

export interface SecretForm {
  errors: FieldMessages;
  error?: unknown;
  pending: boolean;
  /** Something was typed: what was said of this field no longer holds. */
  clear(field: string): void;
  props: {
    ref: RefObject<HTMLFormElement | null>;
    onSubmit(event: FormEvent<HTMLFormElement>): Promise<void>;
  };
}

/** A form whose values stay in the page's inputs: no state, no draft, no cache holds one. */
export function useSecretForm({ mutation, check, send }: SecretFormOptions): SecretForm {
  const ref = useRef<HTMLFormElement>(null);
  const [outcome, setOutcome] = useState<{ errors: FieldMessages; error?: unknown }>({
    errors: {},
  });
  const [attempts, setAttempts] = useState(0);
  useEffect(() => focusFirst(ref.current), [attempts]);

  async function attempt(data: FormData) {
    const values: Values = (name) => String(data.get(name) ?? "");
    const errors: FieldMessages = { ...check?.(values) };
    for (const name of data.keys())
      if (!values(name).trim()) errors[name] = [{ code: "required", message: "" }];
    if (Object.keys(errors).length > 0) return { errors };
    try {
      await send(values);
      return { errors };
    } catch (error) {
      return { errors: HelloJohnError.is(error) ? error.fields : {}, error };
    } finally {
      // The cache of mutations keeps what was sent; it must not keep this.
      mutation.reset();
    }
  }

  return {
    ...outcome,
    pending: mutation.isPending,
    clear: (field) => setOutcome(({ errors: { [field]: _, ...errors } }) => ({ errors })),
    props: {
      ref,
      async onSubmit(event) {
        event.preventDefault();
        if (mutation.isPending) return;
        setOutcome(await attempt(new FormData(event.currentTarget)));
        setAttempts((count) => count + 1);
      },
    },
  };
}
