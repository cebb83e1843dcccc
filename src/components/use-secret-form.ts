"use client";

import type { FieldMessages } from "@hellojohn/contract";
import { HelloJohnError } from "@hellojohn/contract/errors";
import type { ComponentProps } from "react";
import { nothing, type Outcome, useOutcome, without } from "./outcome.js";

/** Reads what stands in a field now. */
export type Values = (name: string) => string;

interface SecretFormOptions {
  mutation: { reset(): void };
  /** What is wrong with the values, beside a required field left empty. */
  check?: (values: Values) => FieldMessages;
  /** Answers what to say when it worked. */
  send: (values: Values) => Promise<string | undefined>;
}

export interface SecretForm {
  outcome: Outcome;
  /** For the `form` element. */
  props: ComponentProps<"form">;
}

/** A form whose values stay in the page's inputs: no state, no draft, no cache holds one. */
export function useSecretForm({ mutation, check, send }: SecretFormOptions): SecretForm {
  const [ref, outcome, setOutcome] = useOutcome();

  async function attempt(form: HTMLFormElement): Promise<Outcome> {
    const data = new FormData(form);
    const values: Values = (name) => String(data.get(name) ?? "");
    const errors: FieldMessages = { ...check?.(values) };
    for (const { name } of form.querySelectorAll<HTMLInputElement>("[name][required]"))
      if (!values(name).trim()) errors[name] = [{ code: "required", message: "" }];
    if (Object.keys(errors).length > 0) return { ...nothing, errors };
    setOutcome({ ...nothing, status: "saving" });
    try {
      const news = await send(values);
      form.reset();
      return { ...nothing, news };
    } catch (error) {
      return { ...nothing, errors: HelloJohnError.is(error) ? error.fields : {}, error };
    } finally {
      // The cache of mutations keeps what was sent; it must not keep this.
      mutation.reset();
    }
  }

  return {
    outcome,
    props: {
      ref,
      noValidate: true,
      onInput({ target }) {
        if (outcome.status !== "saving")
          setOutcome(without((target as HTMLInputElement).name, outcome));
      },
      async onSubmit(event) {
        event.preventDefault();
        if (outcome.status === "saving") return;
        setOutcome({ ...(await attempt(event.currentTarget)), fresh: true });
      },
    },
  };
}
