"use client";

import type { ReactElement } from "react";
import { format } from "../../components/format.js";
import { useMay } from "../actions/use-refusals.js";
import { useUserAction, useUserFactors, useUserSessions } from "../react/hooks.js";
import { Belongings } from "./belongings.js";
import type { TabProps } from "./panel-tabs.js";

/** Where she is signed in, and a way to end each. */
export function SessionsTab({ user: { id }, texts, moment }: TabProps): ReactElement {
  const { data, error } = useUserSessions(id);
  const { mutateAsync } = useUserAction("revokeSession");
  return (
    <Belongings
      {...{ texts, error }}
      title={texts.sessions}
      items={data?.map((session) => ({
        id: session.id,
        name: session.device ?? texts.device,
        badge: session.impersonated ? texts.impersonated : undefined,
        note: `${moment(session.lastActiveAt)} · ${session.ip ?? "–"}`,
      }))}
      verb={texts.signOut}
      end={useMay("revokeSession") && ((sessionId) => mutateAsync({ id, sessionId }))}
    />
  );
}

/** Her second factors; one that is lost is removed here. */
export function FactorsTab({ user: { id }, texts, moment }: TabProps): ReactElement {
  const { data, error } = useUserFactors(id);
  const { mutateAsync } = useUserAction("removeFactor");
  return (
    <Belongings
      {...{ texts, error }}
      title={texts.factors}
      items={data?.map((factor) => ({
        id: factor.id,
        name: factor.type === "totp" ? texts.totp : factor.type,
        note: format(texts.since, { date: moment(factor.createdAt) }),
      }))}
      end={useMay("removeUserFactor") && ((factorId) => mutateAsync({ id, factorId }))}
    />
  );
}
