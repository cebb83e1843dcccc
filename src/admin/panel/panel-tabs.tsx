"use client";

import type { UserDetails } from "@hellojohn/contract";
import { type KeyboardEvent, type ReactElement, useId, useState } from "react";
import { adminPanel } from "../../locales/en-admin/panel.js";
import { useMessages } from "../../react/index.js";
import { AuditTab } from "./audit-tab.js";
import { FactorsTab } from "./factors-tab.js";
import { GroupsTab } from "./groups-tab.js";
import { MetadataTab } from "./metadata-tab.js";
import { ProfileTab } from "./profile-tab.js";
import { SessionsTab } from "./sessions-tab.js";

const tabs = {
  profile: ProfileTab,
  metadata: MetadataTab,
  sessions: SessionsTab,
  factors: FactorsTab,
  groups: GroupsTab,
  audit: AuditTab,
};
const names = Object.keys(tabs) as (keyof typeof tabs)[];

/** What every tab is given. */
export interface TabProps {
  user: UserDetails;
  /** Masked data may be shown from now on. */
  onRevealed: () => void;
}

/** The tab a key leads to; across, as the text runs. */
function targetOf({ key, currentTarget }: KeyboardEvent, at: number): number | undefined {
  const forward = getComputedStyle(currentTarget).direction === "rtl" ? "ArrowLeft" : "ArrowRight";
  if (key === "Home") return 0;
  if (key === "End") return names.length - 1;
  if (key !== "ArrowLeft" && key !== "ArrowRight") return undefined;
  return (at + (key === forward ? 1 : names.length - 1)) % names.length;
}

export function PanelTabs(props: TabProps): ReactElement {
  const texts = useMessages("adminPanel", adminPanel);
  const [shown, show] = useState(0);
  const id = useId();
  const Shown = tabs[names[shown] ?? "profile"];

  function move(event: KeyboardEvent<HTMLElement>) {
    const target = targetOf(event, shown);
    if (target === undefined) return;
    event.preventDefault();
    show(target);
    (event.currentTarget.parentElement?.children[target] as HTMLElement | undefined)?.focus();
  }

  return (
    <>
      <div data-hj="tabs" role="tablist" aria-label={texts.title}>
        {names.map((name, at) => (
          <button
            data-hj="tab"
            type="button"
            role="tab"
            key={name}
            id={id + name}
            tabIndex={at === shown ? 0 : -1}
            aria-selected={at === shown}
            aria-controls={at === shown ? `${id}panel` : undefined}
            onClick={() => show(at)}
            onKeyDown={move}
          >
            {texts[name]}
          </button>
        ))}
      </div>
      <div
        data-hj="tab-panel"
        role="tabpanel"
        id={`${id}panel`}
        aria-labelledby={id + names[shown]}
        tabIndex={-1}
      >
        <Shown {...props} />
      </div>
    </>
  );
}
