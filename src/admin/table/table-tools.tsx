"use client";

import type { ReactElement } from "react";
import { Popover } from "./popover.js";
import { UserFilterForm } from "./user-filter-form.js";
import { ViewForm } from "./view-form.js";

export interface TableToolsProps {
  what: "filters" | "view";
  button: HTMLElement;
  onClose: () => void;
}

/** What opens at a button of the toolbar. */
export function TableTools({ what, button, onClose }: TableToolsProps): ReactElement {
  return (
    <Popover part="table-tools" role="group" label={button.textContent} {...{ button, onClose }}>
      {what === "filters" ? <UserFilterForm /> : <ViewForm />}
    </Popover>
  );
}
