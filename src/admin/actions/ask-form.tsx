"use client";

import type { FieldMessages } from "@hellojohn/contract";
import { type ReactElement, type ReactNode, useRef } from "react";
import { randomKey } from "../../client/call.js";
import { flag, FormFooter } from "../../components/feedback.js";
import { Field } from "../../components/field.js";
import { format } from "../../components/format.js";
import { useSecretForm, type Values } from "../../components/use-secret-form.js";
import { useImpersonation } from "../impersonation/context.js";
import type { Ask } from "./asks.js";
import { NewPassword } from "./new-password.js";
import { useActionTexts } from "./use-texts.js";

/** Minutes for which one may act as someone, in signs that every language reads. */
const spans = { "15 min": 15, "30 min": 30, "1 h": 60, "4 h": 240, "24 h": 1440 };

export interface AskFormProps {
  ask: Ask;
  /** What the button does. */
  label: string;
  /** What is typed to confirm it, where anything is. */
  proof: string;
  mutation: { reset(): void };
  /** Tries of the same input come with the same key; another input is another intention. */
  send: (values: Values, idempotencyKey: string) => Promise<undefined>;
  onCancel: () => void;
  /** What is about to happen. */
  children: ReactNode;
}

/** Asks once more before something is done, and whatever has to be known to do it. */
export function AskForm(props: AskFormProps): ReactElement {
  const { ask, label, proof, mutation, send, onCancel, children } = props;
  const texts = useActionTexts();
  const { reasonPattern, reasonHint } = useImpersonation();
  // Not a state: drawing anew between an event and its end would take back what is being typed.
  const key = useRef(randomKey());

  function check(values: Values): FieldMessages {
    const wrong = [{ code: "unlike", message: texts.unlike }];
    const isTyped = values("typed").trim().toLowerCase() === proof.toLowerCase();
    const isGiven = !ask.span || !reasonPattern || reasonPattern.test(values("reason").trim());
    return { ...(ask.typed && !isTyped && { typed: wrong }), ...(!isGiven && { reason: wrong }) };
  }
  const { outcome, props: form } = useSecretForm({
    ...{ mutation, check },
    send: (values) => send(values, key.current),
  });
  const { errors } = outcome;

  return (
    <form
      data-hj="action-form"
      data-danger={flag(ask.danger)}
      {...form}
      onInputCapture={() => {
        key.current = randomKey();
      }}
    >
      {children}
      {ask.password && <NewPassword faults={errors["password"]} />}
      {ask.reason && (
        <Field
          name="reason"
          label={texts.reason}
          hint={ask.span ? reasonHint : texts.reasonHint}
          faults={errors["reason"]}
          required={ask.reason === "required"}
          maxLength={500}
        />
      )}
      {ask.span && (
        <Field
          name="minutes"
          label={texts.span}
          hint={texts.blocked}
          control={(control) => (
            <select {...(control as object)} defaultValue={60}>
              {Object.entries(spans).map(([text, minutes]) => (
                <option key={text} value={minutes}>
                  {text}
                </option>
              ))}
            </select>
          )}
        />
      )}
      {ask.typed && (
        <Field
          name="typed"
          label={format(texts.confirm, { text: proof })}
          faults={errors["typed"]}
          {...{ required: true, autoComplete: "off", autoCapitalize: "none", spellCheck: false }}
        />
      )}
      {ask.ends && (
        <label data-hj="check">
          <input type="checkbox" name="ends" defaultChecked /> {texts.ends}
        </label>
      )}
      <FormFooter outcome={outcome} labels={texts} label={label}>
        <button data-hj="button" type="button" onClick={onCancel}>
          {texts.cancel}
        </button>
      </FormFooter>
    </form>
  );
}
