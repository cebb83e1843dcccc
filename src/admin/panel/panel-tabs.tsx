"use client";

import type { UserDetails } from "@hellojohn/contract";
import { type ReactElement, useState } from "react";
import type { adminMenu } from "../../locales/en-admin/menu.js";
import type { adminPanel } from "../../locales/en-admin/panel.js";
import { isMasked } from "../actions/names.js";
import { RevealFirst } from "../actions/reveal-first.js";
import { UserForm } from "../actions/user-form.js";
import type { TableTools } from "../table/cell-tools.js";
import { walk } from "../table/walk.js";
import { AuditTab } from "./audit-tab.js";
import { FactorsTab, SessionsTab } from "./belonging-tabs.js";
import { GroupsTab } from "./groups-tab.js";
import { MetadataTab } from "./metadata-tab.js";

/** What the parts of the panel write with. */
export interface PanelTools extends Pick<TableTools, "moment"> {
  texts: TableTools["texts"] & typeof adminMenu & typeof adminPanel;
}

/** What every tab is given. */
export interface TabProps extends PanelTools {
  user: UserDetails;
  /** Masked data may be shown from now on. */
  onRevealed: () => void;
}

const tabs = {
  profile: (props: TabProps) =>
    isMasked(props.user) ? <RevealFirst {...props} /> : <UserForm user={props.user} />,
  metadata: MetadataTab,
  sessions: SessionsTab,
  factors: FactorsTab,
  groups: GroupsTab,
  audit: AuditTab,
};
const names = Object.keys(tabs) as (keyof typeof tabs)[];

export function PanelTabs(props: TabProps): ReactElement {
  const { texts } = props;
  const [shown, show] = useState(names[0] ?? "profile");
  const Shown = tabs[shown];

  return (
    <>
      <div data-hj="tabs" role="tablist" aria-label={texts.user} tabIndex={-1} onKeyDown={walk}>
        {names.map((name) => (
          <button
            data-hj="tab"
            type="button"
            role="tab"
            key={name}
            tabIndex={name === shown ? 0 : -1}
            aria-selected={name === shown}
            onClick={() => show(name)}
            onFocus={() => show(name)}
          >
            {texts[name]}
          </button>
        ))}
      </div>
      <section data-hj="tab-panel" role="tabpanel" aria-label={texts[shown]} tabIndex={-1}>
        <Shown {...props} />
      </section>
    </>
  );
}
