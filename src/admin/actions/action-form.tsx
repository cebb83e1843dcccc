"use client";

import type { Impersonation, UserDetails } from "@hellojohn/contract";
import type { HelloJohnError } from "@hellojohn/contract/errors";
import { toWire } from "@hellojohn/contract/wire";
import type { ReactElement } from "react";
import { format } from "../../components/format.js";
import type { Values } from "../../components/use-secret-form.js";
import { download } from "../bulk/download.js";
import { useDialogs } from "../dialogs.js";
import { useImpersonation } from "../impersonation/context.js";
import type { ActionName } from "../react/action-options.js";
import { useUserAction } from "../react/hooks.js";
import type { UserAction } from "../react/user-actions.js";
import { AskForm } from "./ask-form.js";
import { type Ask, asks } from "./asks.js";
import { isMasked, nameOf } from "./names.js";
import { useActionTexts } from "./use-texts.js";

/** By this device's clock, from which the time left is told. */
const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000);

export interface ActionFormProps {
  action: Exclude<UserAction, "edit">;
  user: UserDetails;
}

/** Asks once more, does it once, and says what it changed. */
export function ActionForm({ action, user }: ActionFormProps): ReactElement {
  const ask: Ask = asks[action];
  const texts = useActionTexts();
  const { close } = useDialogs();
  const { start } = useImpersonation();
  const mutation = useUserAction<ActionName>(action === "invite" ? "resetPassword" : action);
  const { id, name, email } = user;
  const told = { name: nameOf(user), email };

  async function send(values: Values, idempotencyKey: string): Promise<undefined> {
    const minutes = Number(values("minutes"));
    const reason = values("reason").trim();
    const input = {
      ...{ id, options: { idempotencyKey } },
      reason: reason || undefined,
      password: values("password") || undefined,
      expiresIn: ask.span && `${minutes}m`,
      ...(ask.ends && { [ask.ends]: values("ends") === "on" }),
    };
    const reply: unknown = await mutation
      .mutateAsync(input as never)
      .catch((error: HelloJohnError) => {
        // Who is gone when it is tried again went by the first try, whose answer was lost.
        if (action !== "delete" || error.code !== "user_not_found") throw error;
      });
    const { sessionsRevoked = 0, revoked: count = sessionsRevoked } = {
      ...(reply as Record<string, number>),
    };
    const done = texts[`${action}Done`] ?? texts.mailDone;
    close(
      ask.span ? undefined : format(count ? `${done} ${texts.ended}` : done, { ...told, count }),
    );
    if (action === "export")
      download(new Blob([JSON.stringify(toWire(reply), null, 2)]), `${id}.json`);
    if (ask.span)
      start?.({
        token: (reply as Impersonation).accessToken,
        ...{ user: { id, name, email }, reason },
        expiresAt: inMinutes(minutes),
      });
  }

  return (
    <AskForm
      {...{ ask, mutation, send }}
      label={texts[action]}
      // What is hidden cannot be typed.
      proof={isMasked(user) ? id : email}
      onCancel={() => close()}
    >
      <p>{format(texts[`${action}Text`] ?? texts.mailText, told)}</p>
    </AskForm>
  );
}
