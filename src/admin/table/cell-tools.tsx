"use client";

import type { UserDetails } from "@hellojohn/contract";
import { type ReactNode, useMemo } from "react";
import { adminTable } from "../../locales/en-admin/table.js";
import { useLocale, useMessages } from "../../react/index.js";
import { MaskedValue } from "../lazy-parts.js";

type PersonalField = "email" | "phoneNumber";
export type Texts = Readonly<typeof adminTable>;

/** What a cell may be written with. */
export interface CellTools {
  texts: Texts;
  /** What the user of this row is called, and nobody else in sight. */
  label: string;
  masked: boolean;
  /** A day, and a moment, in the reader's language; what never was has a word of its own. */
  day(date: Date | null): string;
  moment(date: Date | null): string;
  /** What may be hidden of the user of this row: as it is, or as a mask that can be lifted. */
  personal(field: PersonalField): ReactNode;
}

/** The same for every row. */
export type TableTools = Omit<CellTools, "label" | "personal">;

/** Writes cells in the reader's language. */
export function useCellTools(masked: boolean): TableTools {
  const texts: Texts = useMessages("adminTable", adminTable);
  const { locale } = useLocale();
  return useMemo(() => {
    const writer = (timeStyle?: "short") => {
      const format = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle });
      return (date: Date | null) => (date ? format.format(date) : texts.never);
    };
    return {
      texts,
      masked,
      day: writer(),
      moment: writer("short"),
    };
  }, [texts, locale, masked]);
}

/** What a cell of this user may be written with. */
export const cellTools = (tools: TableTools, user: UserDetails, label: string): CellTools => ({
  ...tools,
  label,
  personal(field) {
    const value = user[field];
    if (!tools.masked || !value) return value;
    return <MaskedValue {...{ user, field, label }}>{value}</MaskedValue>;
  },
});
