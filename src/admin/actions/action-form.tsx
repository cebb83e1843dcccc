"use client";

import { type FieldMessages, HelloJohnError, toWire, type UserDetails } from "@hellojohn/contract";
import { type ReactElement, useRef, useState } from "react";
import { Field } from "../../components/field.js";
import { FormFooter } from "../../components/feedback.js";
import { format } from "../../components/format.js";
import { useSecretForm, type Values } from "../../components/use-secret-form.js";
import { adminActions } from "../../locales/en-admin/actions.js";
import { adminMenu } from "../../locales/en-admin/menu.js";
import { useLocale, useMessages } from "../../react/index.js";
import { download } from "../bulk/download.js";
import { useDialogs } from "../dialogs.js";
import type { ActionName } from "../react/action-options.js";
import { useUserAction } from "../react/hooks.js";
import type { UserAction } from "../react/user-actions.js";
import { isMasked, makeKey, nameOf } from "./names.js";
import { NewPassword, useNewPassword } from "./new-password.js";

interface Ask {
  /** What cannot be taken back at once. */
  danger?: boolean;
  /** Whether a reason may be given. */
  reason?: boolean;
  /** By which name sessions may be ended too, and whether that is what most want. */
  ends?: readonly [name: string, usual: boolean];
  /** The address is typed once more. */
  typed?: boolean;
}

/** What is asked before each action. */
const asks: Record<Exclude<UserAction, "edit" | "impersonate">, Ask> = {
  invite: {},
  resetPassword: { ends: ["revokeSessions", false] },
  setPassword: { ends: ["signOutAllSessions", true] },
  revokeSessions: { danger: true },
  export: {},
  disable: { danger: true, reason: true, ends: ["revokeSessions", true] },
  enable: { reason: true },
  delete: { danger: true, reason: true, typed: true },
};

/** An answer as the API spells it. */
const fileOf = (answer: unknown) =>
  new Blob([JSON.stringify(toWire(answer), null, 2)], { type: "application/json" });

export interface ActionFormProps {
  action: keyof typeof asks;
  user: UserDetails;
}

/** Asks once more, does it once, and says what it changed. */
export function ActionForm({ action, user }: ActionFormProps): ReactElement {
  const { danger, reason: asksReason, ends, typed }: Ask = asks[action];
  const texts = useMessages("adminActions", adminActions);
  const menu = useMessages("adminMenu", adminMenu);
  const { locale } = useLocale();
  const { close } = useDialogs();
  const mutation = useUserAction<ActionName>(action === "invite" ? "resetPassword" : action);
  const password = useNewPassword();
  const reason = useRef("");
  // Tries of the same input are one; another input is another intention.
  const [idempotencyKey, setKey] = useState(makeKey);

  const name = nameOf(user);
  const words = { name, email: user.email };
  // What is hidden cannot be typed.
  const proof = isMasked(user) ? user.id : user.email;

  function check(values: Values): FieldMessages {
    if (action === "setPassword") return password.check(values);
    if (!typed || values("typed").trim().toLowerCase() === proof.toLowerCase()) return {};
    return { typed: [{ code: "not_the_same", message: texts.notTheSame }] };
  }

  async function send(values: Values) {
    const input = {
      id: user.id,
      options: { idempotencyKey },
      ...(reason.current.trim() && { reason: reason.current }),
      ...(ends && { [ends[0]]: values("ends") === "on" }),
      ...(action === "setPassword" && { password: values("password") }),
    };
    const reply = await mutation.mutateAsync(input as never).catch((error: unknown) => {
      // Who is gone when it is tried again went by the first try, whose answer was lost.
      if (typed && HelloJohnError.is(error) && error.code === "user_not_found") return undefined;
      throw error;
    });
    const { sessionsRevoked = 0, revoked = sessionsRevoked } = {
      ...(reply as { sessionsRevoked?: number; revoked?: number } | undefined),
    };
    if (action === "export") download(fileOf(reply), `${user.id}.json`);
    const count = revoked.toLocaleString(locale);
    const done = format(texts[`${action}Done`], words);
    close(revoked ? `${done} ${format(texts.ended, { count })}` : done);
    return undefined;
  }

  const form = useSecretForm({ mutation, check, send });

  return (
    <form
      data-hj="action-form"
      data-danger={danger ? "" : undefined}
      {...form.props}
      onInput={(event) => {
        setKey(makeKey());
        form.props.onInput?.(event);
      }}
    >
      <p>{format(texts[`${action}Text`], words)}</p>
      {action === "setPassword" && <NewPassword {...password} form={form} />}
      {typed && (
        <Field
          name="typed"
          label={format(texts.typed, { text: proof })}
          faults={form.outcome.errors["typed"]}
          {...{ autoComplete: "off", autoCapitalize: "none", spellCheck: false }}
        />
      )}
      {asksReason && (
        <Field
          label={texts.reason}
          hint={texts.reasonHint}
          maxLength={500}
          onInput={({ currentTarget: { value } }) => (reason.current = value)}
        />
      )}
      {ends && (
        <label data-hj="check">
          <input type="checkbox" name="ends" defaultChecked={ends[1]} /> {texts.ends}
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
