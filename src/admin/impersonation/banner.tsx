"use client";

import { type ReactElement, useEffect, useState } from "react";
import { flag, Status } from "../../components/feedback.js";
import { format } from "../../components/format.js";
import { impersonation } from "../../locales/en-admin/impersonation.js";
import { useMessages } from "../../react/index.js";
import { useImpersonation } from "./context.js";

/** `29:12`, with hours where there are any. */
function clock(seconds: number): string {
  const two = (number: number) => String(number).padStart(2, "0");
  const minutes = Math.floor(seconds / 60);
  const hours = Math.floor(minutes / 60);
  const rest = `${two(minutes % 60)}:${two(seconds % 60)}`;
  return hours ? `${hours}:${rest}` : rest;
}

/** Whole seconds until then, told anew each second. */
function useSecondsLeft(until: Date | undefined): number | undefined {
  const [left, setLeft] = useState<number>();
  useEffect(() => {
    if (!until) return;
    const tell = () => setLeft(Math.max(0, Math.ceil((until.getTime() - Date.now()) / 1000)));
    tell();
    const timer = setInterval(tell, 1000);
    return () => {
      clearInterval(timer);
      setLeft(undefined);
    };
  }, [until]);
  return left;
}

/** Says for whom one acts, for how long and why, and the way back; afterwards how it ended. */
export function ImpersonationBanner(): ReactElement {
  const texts = useMessages("impersonation", impersonation);
  const { active, user, reason, expiresAt, ended, stop } = useImpersonation();
  const left = useSecondsLeft(expiresAt) ?? Infinity;
  const { name, email } = user ?? ended?.user ?? { name: "", email: "" };
  const words = { name: name || email };
  const isLast = active && left <= 60;

  // Read out when it begins, when little time is left, and how it ended; never each second.
  const news = active
    ? format(texts[isLast ? "lastMinute" : left <= 300 ? "lastMinutes" : "acting"], words)
    : ended && format(texts[ended.why], words);

  return (
    <div data-hj="impersonation" data-active={flag(active)} data-last={flag(isLast)}>
      {active && (
        <div role="region" aria-label={texts.title}>
          <p>
            <strong>{format(texts.acting, words)}</strong>
            <span role="timer">{left < Infinity && format(texts.left, { time: clock(left) })}</span>
            <bdi>{reason}</bdi>
          </p>
          <button data-hj="button" type="button" onClick={() => void stop()}>
            {texts.stop}
          </button>
        </div>
      )}
      <Status>{news}</Status>
    </div>
  );
}
