"use client";

import type { FieldMessages, Impersonation, UserDetails } from "@hellojohn/contract";
import { HelloJohnError } from "@hellojohn/contract/errors";
import { toWire } from "@hellojohn/contract/wire";
import { type ReactElement, useRef, useState } from "react";
import { flag, FormFooter } from "../../components/feedback.js";
import { Field } from "../../components/field.js";
import { format } from "../../components/format.js";
import { useSecretForm, type Values } from "../../components/use-secret-form.js";
import { adminActions } from "../../locales/en-admin/actions.js";
import { adminMenu } from "../../locales/en-admin/menu.js";
import { useLocale, useMessages } from "../../react/index.js";
import { download } from "../bulk/download.js";
import { useDialogs } from "../dialogs.js";
import { useImpersonation } from "../impersonation/context.js";
import type { ActionName } from "../react/action-options.js";
import { useUserAction } from "../react/hooks.js";
import { type Ask, asks } from "./asks.js";
import { isMasked, nameOf } from "./names.js";
import { randomKey } from "../../client/call.js";
import { NewPassword, useNewPassword } from "./new-password.js";
import { SpanField } from "./span-field.js";

/** An answer as the API spells it. */
const fileOf = (answer: unknown) =>
  new Blob([JSON.stringify(toWire(answer), null, 2)], { type: "application/json" });

/** By this device's clock, from which the time left is told. */
const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000);

export interface ActionFormProps {
  action: keyof typeof asks;
  user: UserDetails;
}

/** Asks once more, does it once, and says what it changed. */
export function ActionForm({ action, user }: ActionFormProps): ReactElement {
  const ask: Ask = asks[action];
  const texts = useMessages("adminActions", adminActions);
  const words: Record<string, string> = texts;
  const menu = useMessages("adminMenu", adminMenu);
  const { locale } = useLocale();
  const { close } = useDialogs();
  const { start, reasonPattern, reasonHint } = useImpersonation();
  const mutation = useUserAction<ActionName>(action === "invite" ? "resetPassword" : action);
  const password = useNewPassword();
  const reason = useRef("");
  // Tries of the same input are one; another input is another intention.
  const [idempotencyKey, setKey] = useState(randomKey);

  const { id, name, email } = user;
  const told = { name: nameOf(user), email };
  // What is hidden cannot be typed.
  const proof = isMasked(user) ? id : email;

  function check(values: Values): FieldMessages {
    if (ask.password) return password.check(values);
    if (ask.typed && values("typed").trim().toLowerCase() !== proof.toLowerCase())
      return { typed: [{ code: "not_the_same", message: texts.notTheSame }] };
    if (ask.span && reasonPattern && !reasonPattern.test(values("reason").trim()))
      return { reason: [{ code: "unlike", message: reasonHint ?? texts.reasonUnlike }] };
    return {};
  }

  async function send(values: Values) {
    const minutes = Number(values("minutes"));
    const said = reason.current.trim();
    const input = {
      id,
      options: { idempotencyKey },
      ...(said && { reason: said }),
      ...(ask.ends && { [ask.ends[0]]: values("ends") === "on" }),
      ...(ask.password && { password: values("password") }),
      ...(ask.span && { expiresIn: `${minutes}m` }),
    };
    const reply = await mutation.mutateAsync(input as never).catch((error: unknown) => {
      // Who is gone when it is tried again went by the first try, whose answer was lost.
      if (ask.typed && HelloJohnError.is(error) && error.code === "user_not_found") return {};
      throw error;
    });
    // A deletion answers nothing.
    const { sessionsRevoked = 0, revoked = sessionsRevoked } = {
      ...(reply as Record<string, number>),
    };
    if (action === "export") download(fileOf(reply), `${id}.json`);
    const count = revoked.toLocaleString(locale);
    const done = [words[`${action}Done`] ?? texts.mailDone, revoked > 0 && texts.ended];
    close(ask.span ? undefined : format(done.filter(Boolean).join(" "), { ...told, count }));
    if (ask.span)
      start?.({
        token: (reply as Impersonation).accessToken,
        user: { id, name, email },
        reason: said,
        expiresAt: inMinutes(minutes),
      });
    return undefined;
  }

  const form = useSecretForm({ mutation, check, send });
  const { errors } = form.outcome;

  return (
    <form
      data-hj="action-form"
      data-danger={flag(ask.danger)}
      {...form.props}
      onInput={(event) => {
        setKey(randomKey());
        form.props.onInput?.(event);
      }}
    >
      <p>{format(words[`${action}Text`] ?? texts.mailText, told)}</p>
      {ask.password && <NewPassword {...password} faults={errors["password"]} />}
      {ask.typed && (
        <Field
          name="typed"
          label={format(texts.typed, { text: proof })}
          faults={errors["typed"]}
          {...{ autoComplete: "off", autoCapitalize: "none", spellCheck: false }}
        />
      )}
      {ask.reason && (
        <Field
          // Without a name it may be left empty.
          name={ask.span && "reason"}
          label={texts.reason}
          hint={ask.span ? reasonHint : texts.reasonHint}
          faults={errors["reason"]}
          maxLength={500}
          onInput={({ currentTarget: { value } }) => (reason.current = value)}
        />
      )}
      {ask.span && <SpanField label={texts.span} hint={texts.blocked} />}
      {ask.ends && (
        <label data-hj="check">
          <input type="checkbox" name="ends" defaultChecked={ask.ends[1]} /> {texts.ends}
        </label>
      )}
      <FormFooter outcome={form.outcome} labels={menu} label={menu[action]}>
        <button data-hj="button" type="button" onClick={() => close()}>
          {texts.cancel}
        </button>
      </FormFooter>
    </form>
  );
}
