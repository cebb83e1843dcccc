"use client";

import { hashKey } from "@tanstack/react-query";
import { createContext, useMemo, useState } from "react";
import { format } from "../../components/format.js";
import { adminTable } from "../../locales/en-admin/table.js";
import { useLocale, useMessages, useNearest } from "../../react/index.js";
import { arrange, type ColumnLayout, keptIn, type TablePlace } from "./column-layout.js";
import { type UserColumn, type UserColumns, usualColumns } from "./columns.js";
import { filtersOf, type QueryOptions, type TableQuery, useTableQuery } from "./table-state.js";
import { type TableSelection, useSelection } from "./use-selection.js";
import { type UserList, useUserList } from "./use-user-list.js";

export interface UserTableOptions extends QueryOptions, TablePlace {
  /** Pages to go through, unless it is a list that grows while it is scrolled. */
  mode?: "pages" | "scroll" | undefined;
  /** Columns of your own, or made from the usual ones. */
  columns?: UserColumns | undefined;
  /** Hides addresses and numbers, or does not; without it, whoever looks decides. */
  masked?: boolean | undefined;
}

/** A table of users without its looks. */
export interface UserTableModel extends TableSelection, UserList, TablePlace {
  query: TableQuery;
  /** What of it narrows the list, besides the text. */
  filters: TableQuery;
  /** Shows something else; `undefined` takes a condition away. */
  change(changes: TableQuery, replace?: boolean): void;
  /** Every column as it is arranged, and those to draw. */
  allColumns: readonly UserColumn[];
  columns: readonly UserColumn[];
  layout: ColumnLayout;
  setLayout(layout: ColumnLayout): void;
  grows: boolean;
  /** How many there are, in the reader's language. */
  count: string;
  masked: boolean;
  /** Absent where the app has decided. */
  setMasked: ((masked: boolean) => void) | undefined;
  texts: Readonly<typeof adminTable>;
  locale: string;
}

/** Finds users, pages through them and chooses among them. */
export function useUserTable(options: UserTableOptions = {}): UserTableModel {
  const { mode, columns: given, storageKey, storage } = options;
  const texts = useMessages("adminTable", adminTable);
  const { locale } = useLocale();
  const [query, change] = useTableQuery(options);
  const [hides, setMasked] = useState(false);
  const masked = options.masked ?? hides;
  const grows = mode === "scroll";
  const list = useUserList(query, masked, grows);
  const filters = filtersOf(query);
  const selection = useSelection(hashKey([query.q, filters]));
  const [layout, setLayout] = useState(() => keptIn(options).layout ?? {});

  const allColumns = useMemo(() => {
    const usual = usualColumns(texts);
    return arrange(typeof given === "function" ? given(usual) : (given ?? usual), layout);
  }, [texts, given, layout]);
  // An estimate pretends to no more than it knows.
  const digits = list.isEstimate ? { maximumSignificantDigits: 3 } : {};
  const count = new Intl.NumberFormat(locale, digits).format(list.total ?? 0);
  const columns = useMemo(() => allColumns.filter(({ hidden }) => !hidden), [allColumns]);

  return {
    ...list,
    ...selection,
    ...{ query, filters, change, allColumns, columns, layout, setLayout, grows, masked },
    ...{ texts, locale, storageKey, storage },
    count: list.isEstimate ? format(texts.about, { count }) : count,
    setMasked: options.masked === undefined ? setMasked : undefined,
  };
}

export const UserTableContext = createContext<UserTableModel | null>(null);

/** The table around this part. */
export const useTableAround = (): UserTableModel =>
  useNearest(UserTableContext, "UserTableContext");
