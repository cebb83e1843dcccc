"use client";

import type { ReactElement } from "react";
import { adminPanel } from "../../locales/en-admin/panel.js";
import { useLocale, useMessages } from "../../react/index.js";
import { isMasked } from "../actions/names.js";
import { RevealFirst } from "../actions/reveal-first.js";
import { UserForm } from "../actions/user-form.js";
import type { TabProps } from "./panel-tabs.js";

/** Her profile to edit, and what nobody edits. */
export function ProfileTab({ user, onRevealed }: TabProps): ReactElement {
  const texts = useMessages("adminPanel", adminPanel);
  const { locale } = useLocale();
  const style = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeStyle: "short" });
  const facts = [
    [texts.id, user.id],
    [texts.created, style.format(user.createdAt)],
    [texts.lastSignIn, user.lastSignInAt ? style.format(user.lastSignInAt) : texts.never],
  ];
  return (
    <>
      {isMasked(user) ? <RevealFirst {...{ user, onRevealed }} /> : <UserForm user={user} />}
      <dl data-hj="facts">
        {facts.map(([term, fact]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>
              <bdi>{fact}</bdi>
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}
