"use client";

import { hashKey } from "@tanstack/react-query";
import { createContext, useContext, useMemo, useState } from "react";
import { adminTable } from "../../locales/en-admin/table.js";
import { useLocale, useMessages } from "../../react/index.js";
import { arrange, type ColumnLayout, type TableStorage, useColumnLayout } from "./column-layout.js";
import { type UserColumn, type UserColumns, usualColumns } from "./columns.js";
import { conditionsOf, type QueryOptions, type TableQuery, useTableQuery } from "./table-state.js";
import { type TableSelection, useSelection } from "./use-selection.js";
import { type UserList, useUserList } from "./use-user-list.js";

export interface UserTableOptions extends QueryOptions {
  /** Pages to go through, unless it is a list that grows while it is scrolled. */
  mode?: "pages" | "scroll" | undefined;
  /** Columns of your own, or made from the usual ones. */
  columns?: UserColumns | undefined;
  /** Remembers columns and saved views under this name. */
  storageKey?: string | undefined;
  /** Where it remembers; `localStorage` unless said otherwise. */
  storage?: TableStorage | undefined;
  /** Hides addresses and numbers, or does not; without it, whoever looks decides. */
  masked?: boolean | undefined;
}

/** A table of users without its looks. */
export interface UserTableModel
  extends TableSelection, UserList, Pick<UserTableOptions, "storageKey" | "storage"> {
  query: TableQuery;
  /** Shows something else; `undefined` takes a condition away. */
  change(changes: TableQuery, replace?: boolean): void;
  /** Every column as it is arranged, and those to draw. */
  allColumns: readonly UserColumn[];
  columns: readonly UserColumn[];
  layout: ColumnLayout;
  setLayout(layout: ColumnLayout): void;
  grows: boolean;
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
  const selection = useSelection(hashKey([conditionsOf(query)]));
  const [layout, setLayout] = useColumnLayout(storageKey, storage);

  const allColumns = useMemo(() => {
    const usual = usualColumns(texts);
    return arrange(typeof given === "function" ? given(usual) : (given ?? usual), layout);
  }, [texts, given, layout]);
  const columns = useMemo(() => allColumns.filter(({ hidden }) => !hidden), [allColumns]);

  return {
    ...list,
    ...selection,
    ...{ query, change, allColumns, columns, layout, setLayout, grows, masked, texts, locale },
    ...{ storageKey, storage },
    setMasked: options.masked === undefined ? setMasked : undefined,
  };
}

export const UserTableContext = createContext<UserTableModel | null>(null);

/** The table around this part. */
export function useTableAround(): UserTableModel {
  const table = useContext(UserTableContext);
  if (!table) throw new Error("This part belongs inside <UserTableContext>. Put it around it.");
  return table;
}
