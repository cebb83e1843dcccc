"use client";

import { type ReactElement, useEffect, useRef, useState } from "react";
import { ConfirmButton } from "../../components/confirm-button.js";
import { Alert, Failed, Skeleton, Status } from "../../components/feedback.js";
import { format } from "../../components/format.js";
import { adminMenu } from "../../locales/en-admin/menu.js";
import { adminPanel } from "../../locales/en-admin/panel.js";
import { useLocale, useMessages } from "../../react/index.js";
import { usePermissions, useUserAction, useUserFactors } from "../react/hooks.js";
import type { TabProps } from "./panel-tabs.js";

/** Her second factors; one that is lost is removed here. */
export function FactorsTab({ user }: TabProps): ReactElement {
  const texts = useMessages("adminPanel", adminPanel);
  const menu = useMessages("adminMenu", adminMenu);
  const { locale } = useLocale();
  const { data: permissions } = usePermissions();
  const { data: factors, error } = useUserFactors(user.id);
  const remove = useUserAction("removeFactor");
  const [news, setNews] = useState<string>();
  const section = useRef<HTMLElement>(null);
  const isAllowed = permissions?.operations.includes("removeUserFactor") !== false;
  const day = new Intl.DateTimeFormat(locale, { dateStyle: "medium" });

  useEffect(() => {
    if (news) section.current?.focus();
  }, [news]);

  if (!factors) return error ? <Failed error={error} /> : <Skeleton rows={2} />;

  return (
    <section data-hj="session-list" aria-label={texts.factors} ref={section} tabIndex={-1}>
      {factors.length === 0 && <p data-hj="hint">{texts.noFactors}</p>}
      <ul>
        {factors.map(({ id, type, createdAt, lastUsedAt }, at) => {
          const kind = type === "totp" ? texts.totp : type;
          const name = factors.length > 1 ? `${kind} (${at + 1})` : kind;
          return (
            <li data-hj="session" key={id}>
              <div>
                <strong>{name}</strong>
                <p data-hj="hint">
                  {format(texts.since, { date: day.format(createdAt) })}
                  {" · "}
                  {lastUsedAt
                    ? format(texts.lastUsed, { date: day.format(lastUsedAt) })
                    : texts.never}
                </p>
              </div>
              {isAllowed && (
                <ConfirmButton
                  label={format(texts.removeNamed, { name })}
                  question={texts.confirmFactor}
                  confirm={texts.remove}
                  cancel={texts.cancel}
                  onConfirm={() => {
                    setNews(undefined);
                    const onSuccess = () => setNews(format(texts.removed, { name }));
                    remove.mutate({ id: user.id, factorId: id }, { onSuccess });
                  }}
                >
                  {texts.remove}
                </ConfirmButton>
              )}
            </li>
          );
        })}
      </ul>
      {!isAllowed && <p data-hj="hint">{menu.insufficient_permissions}</p>}
      <Status>{news}</Status>
      {remove.error && <Alert error={remove.error} texts={menu} />}
    </section>
  );
}
