"use client";

import type { UserDetails } from "@hellojohn/contract";
import { type ReactElement, type ReactNode, useMemo } from "react";
import { flag } from "../../components/feedback.js";
import { isSelected, type Selection } from "../react/selection.js";
import { useCellTools } from "./cell-tools.js";
import { type UserColumn, usualColumns } from "./columns.js";
import { nameOf } from "../actions/names.js";
import { rowsIn } from "./row-window.js";
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

/** As tall as the rows that are not drawn here. */
const Gap = ({ height }: { height: number }): ReactElement => (
  <tr
    aria-hidden="true"
    ref={(row) => {
      if (row) row.style.height = `${height}px`;
    }}
  />
);

/** How often each name is among these users. */
function countNames(users: readonly UserDetails[]): Map<string, number> {
  const count = new Map<string, number>();
  for (const user of users) count.set(nameOf(user), (count.get(nameOf(user)) ?? 0) + 1);
  return count;
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
  const { ref, rowHeight, ...view } = useRowWindow(windowed, users.length, props.onEnd);
  const { now, events } = useRowEvents(props, ref, rowHeight);
  const isNobody = selection?.type === "include" && selection.ids.size === 0;
  const chosen = useMemo(
    () => selection && (isNobody ? 0 : users.filter(({ id }) => isSelected(selection, id)).length),
    [users, selection, isNobody],
  );

  const { here } = now;
  const kept = here ? users.findIndex(({ id }) => id === here.id) : -1;
  const drawn = windowed ? rowsIn(view.window, users.length, kept) : [...users.keys()];
  const names = countNames(drawn.flatMap((at) => users[at] ?? []));
  const rows: ReactElement[] = [];
  let next = 0;
  const fill = (to: number) => {
    if (to > next) rows.push(<Gap key={next} height={(to - next) * rowHeight} />);
    next = to + 1;
  };
  for (const at of drawn) {
    const user = users[at];
    if (!user) continue;
    fill(at);
    const name = nameOf(user);
    rows.push(
      <UserRow
        key={user.id}
        {...{ user, columns, tools }}
        place={offset + at}
        label={names.get(name) === 1 ? name : `${name} (${masked ? user.id : user.email})`}
        selected={selection && isSelected(selection, user.id)}
      />,
    );
  }
  fill(users.length);

  return (
    <div data-hj="user-rows" data-windowed={flag(windowed)} ref={ref} onScroll={view.onScroll}>
      <table
        aria-label={texts.title}
        aria-rowcount={total + 1}
        aria-busy={props.isBusy}
        data-stale={flag(props.isStale)}
        {...events}
      >
        <TableHead
          {...{ columns }}
          {...{ sort: props.sort, order: props.order, onSort: props.onSort }}
          chosen={chosen && (chosen === users.length || "some")}
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
