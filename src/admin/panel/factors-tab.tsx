"use client";

import type { ReactElement } from "react";
import { format } from "../../components/format.js";
import { adminPanel } from "../../locales/en-admin/panel.js";
import { useLocale, useMessages } from "../../react/index.js";
import { useMay } from "../actions/use-refusals.js";
import { useUserAction, useUserFactors } from "../react/hooks.js";
import { Belongings } from "./belongings.js";
import type { TabProps } from "./panel-tabs.js";

/** Her second factors; one that is lost is removed here. */
export function FactorsTab({ user: { id } }: TabProps): ReactElement {
  const texts = useMessages("adminPanel", adminPanel);
  const { locale } = useLocale();
  const { data: factors, error } = useUserFactors(id);
  const remove = useUserAction("removeFactor");
  return (
    <Belongings
      title={texts.factors}
      items={factors?.map(({ id: factorId, type, createdAt }, at) => ({
        id: factorId,
        name: (type === "totp" ? texts.totp : type) + (at ? ` (${at + 1})` : ""),
        note: format(texts.since, { date: createdAt.toLocaleDateString(locale) }),
      }))}
      error={error}
      end={useMay("removeUserFactor") && ((factorId) => remove.mutateAsync({ id, factorId }))}
    />
  );
}
