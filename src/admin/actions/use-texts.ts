"use client";

import { adminActions } from "../../locales/en-admin/actions.js";
import { adminMenu } from "../../locales/en-admin/menu.js";
import { useMessages } from "../../react/index.js";

/** What actions are called and ask, and by code why one is refused. */
export type ActionTexts = typeof adminMenu & typeof adminActions & Readonly<Record<string, string>>;

export const useActionTexts = (): ActionTexts => ({
  ...useMessages("adminMenu", adminMenu),
  ...useMessages("adminActions", adminActions),
});
