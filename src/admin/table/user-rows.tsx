"use client";

import type { UserDetails } from "@hellojohn/contract";
import { type ReactElement, type ReactNode, useMemo } from "react";
import { flag } from "../../components/feedback.js";
import { isSelected, noSelection, type Selection } from "../react/selection.js";
import { useCellTools } from "./cell-tools.js";
import { type UserColumn, usualColumns } from "./columns.js";
import { nameOf } from "../actions/names.js";
import { type Sorting, TableHead } from "./table-head.js";
import { useRowEvents } from "./use-row-events.js";
import { useRowWindow } from "./use-row-window.js";
import { UserRow } from "./user-row.js";

export interface UserRowsProps extends Sorting {
  users: readonly UserDetails[];
  /** The usual ones unless said otherwise. */
  columns?: readonly UserColumn[] | undefined;
  /** How many there are in all, where that is known, and how many stand before the first of these. */
  total?: number | undefined;
  offset?: number | undefined;
  /** Scrolls in itself, and draws only the rows in sight. */
  windowed?: boolean | undefined;
  masked?: boolean | undefined;
  onSort?: ((sorting: Required<Sorting>) => void) | undefined;
  selection?: Selection | undefined;
  onSelect?: ((ids: readonly string[], chosen: boolean) => void) | undefined;
  /** A name or a row's menu button was pressed. */
  onOpen?: ((what: "panel" | "menu", user: UserDetails, button: HTMLElement) => void) | undefined;
  /** The last rows are in sight. */
  onEnd?: (() => void) | undefined;
  isBusy?: boolean | undefined;
  isStale?: boolean | undefined;
  /** Stands below the rows, such as why there are none. */
  children?: ReactNode;
}

/** Users as rows of a table, whoever found them. */
export function UserRows(props: UserRowsProps): ReactElement {
  const { users, windowed = false, masked = false, offset = 0, selection, total = -2 } = props;
  const tools = useCellTools(masked);
  const { texts } = tools;
  const columns = useMemo(
    () => props.columns ?? usualColumns(texts).filter(({ hidden }) => !hidden),
    [props.columns, texts],
  );
  const { ref, drawn, rowHeight, onScroll } = useRowWindow(windowed, users, props.onEnd);
  const events = useRowEvents(props);
  const chosen = useMemo(() => {
    if (!selection || selection === noSelection) return selection && false;
    const isChosen = ({ id }: UserDetails) => isSelected(selection, id);
    return users.every(isChosen) || (users.some(isChosen) && "some");
  }, [users, selection]);

  const names = drawn.map((at) => nameOf(users[at] as UserDetails));
  const rows = [...drawn, users.length].flatMap((at, index) => {
    const user = users[at];
    const name = names[index] ?? "";
    const isTaken = names.indexOf(name) !== names.lastIndexOf(name);
    // As tall as the rows that are not drawn here.
    const height = (at - (drawn[index - 1] ?? -1) - 1) * rowHeight;
    return [
      height > 0 && <tr key={index} aria-hidden="true" {...{ height }} />,
      user && (
        <UserRow
          key={user.id}
          {...{ user, columns, tools }}
          place={offset + at}
          label={isTaken ? `${name} (${masked ? user.id : user.email})` : name}
          selected={selection && isSelected(selection, user.id)}
        />
      ),
    ];
  });

  return (
    <div data-hj="user-rows" data-windowed={flag(windowed)} ref={ref} onScroll={onScroll}>
      <table
        aria-label={texts.title}
        aria-rowcount={total + 1}
        aria-busy={props.isBusy}
        data-stale={flag(props.isStale)}
        {...events}
      >
        <TableHead
          {...props}
          {...{ columns, chosen }}
          chooseLabel={texts.selectPage}
          onChoose={(is) =>
            props.onSelect?.(
              users.map(({ id }) => id),
              is,
            )
          }
        />
        <tbody>{rows}</tbody>
      </table>
      {props.children}
    </div>
  );
}
