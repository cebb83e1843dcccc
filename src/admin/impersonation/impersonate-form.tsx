"use client";

import type { FieldMessages, UserDetails } from "@hellojohn/contract";
import { type ReactElement, useState } from "react";
import { Field } from "../../components/field.js";
import { FormFooter } from "../../components/feedback.js";
import { format } from "../../components/format.js";
import { useSecretForm, type Values } from "../../components/use-secret-form.js";
import { adminActions } from "../../locales/en-admin/actions.js";
import { adminMenu } from "../../locales/en-admin/menu.js";
import { useLocale, useMessages } from "../../react/index.js";
import { makeKey, nameOf } from "../actions/names.js";
import { useDialogs } from "../dialogs.js";
import { useUserAction } from "../react/hooks.js";
import { useImpersonation } from "./context.js";

/** Minutes for which one may act as someone. */
const spans = [15, 30, 60, 240, 1440];

/** Asks why and for how long, and begins to act as someone. */
export function ImpersonateForm({ user }: { user: UserDetails }): ReactElement {
  const texts = useMessages("adminActions", adminActions);
  const menu = useMessages("adminMenu", adminMenu);
  const { locale } = useLocale();
  const { close } = useDialogs();
  const { start, reasonPattern, reasonHint } = useImpersonation();
  const mutation = useUserAction("impersonate");
  const [idempotencyKey, setKey] = useState(makeKey);

  const check = (values: Values): FieldMessages =>
    reasonPattern && !reasonPattern.test(values("reason").trim())
      ? { reason: [{ code: "unlike_pattern", message: reasonHint ?? texts.reasonUnlike }] }
      : {};

  async function send(values: Values) {
    const minutes = Number(values("minutes"));
    const reason = values("reason").trim();
    const options = { idempotencyKey };
    const { accessToken: token } = await mutation.mutateAsync({
      ...{ id: user.id, reason, expiresIn: `${minutes}m`, options },
    });
    const { id, name, email } = user;
    close();
    // From this device's clock, which is the one the time left is read from.
    const expiresAt = new Date(Date.now() + minutes * 60_000);
    start?.({ token, user: { id, name, email }, reason, expiresAt });
    return undefined;
  }

  const form = useSecretForm({ mutation, check, send });
  const wordsFor = (minutes: number) => {
    const [unit, count] = minutes < 60 ? (["minute", minutes] as const) : ["hour", minutes / 60];
    const style = { style: "unit", unit, unitDisplay: "long" } as const;
    return new Intl.NumberFormat(locale, style).format(count);
  };

  return (
    <form
      data-hj="action-form"
      {...form.props}
      onInput={(event) => {
        setKey(makeKey());
        form.props.onInput?.(event);
      }}
    >
      <p>{format(texts.impersonateText, { name: nameOf(user) })}</p>
      <Field
        {...{ name: "reason", required: true, maxLength: 500, autoComplete: "off" }}
        label={texts.reason}
        hint={reasonHint ?? texts.reasonKept}
        faults={form.outcome.errors["reason"]}
      />
      <Field
        name="minutes"
        label={texts.duration}
        control={(props) => (
          <select {...(props as object)} defaultValue={60}>
            {spans.map((minutes) => (
              <option key={minutes} value={minutes}>
                {wordsFor(minutes)}
              </option>
            ))}
          </select>
        )}
      />
      <p data-hj="hint">{texts.impersonateBlocked}</p>
      <FormFooter outcome={form.outcome} labels={menu} label={menu.impersonate}>
        <button data-hj="button" type="button" onClick={() => close()}>
          {texts.cancel}
        </button>
      </FormFooter>
    </form>
  );
}
