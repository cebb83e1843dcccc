"use client";

import type { ReactElement } from "react";
import type { DialogRequest } from "../dialogs.js";

/** The dialog that was asked for. */
export function UserDialog(_props: Exclude<DialogRequest, { kind: "panel" }>): ReactElement | null {
  return null;
}
