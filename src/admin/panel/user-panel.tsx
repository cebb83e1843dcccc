"use client";

import type { ReactElement } from "react";

/** Everything about one user, in tabs. */
export function UserPanel(_props: { userId: string }): ReactElement | null {
  return null;
}
