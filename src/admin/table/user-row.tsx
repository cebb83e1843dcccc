"use client";

import type { UserDetails } from "@hellojohn/contract";
import { memo, type ReactElement } from "react";
import { flag } from "../../components/feedback.js";
import { format } from "../../components/format.js";
import { cellTools, type TableTools } from "./cell-tools.js";
import type { UserColumn } from "./columns.js";

interface UserRowProps {
  user: UserDetails;
  /** Her place in the whole list, from 0. */
  place: number;
  label: string;
  columns: readonly UserColumn[];
  tools: TableTools;
  /** Absent where users cannot be chosen. */
  selected: boolean | undefined;
}

/** One user. Drawn again only when she, her place, the columns or her being chosen changed; the table hears for it. */
export const UserRow = memo(function UserRow(props: UserRowProps): ReactElement {
  const { user, place, label, columns, selected } = props;
  const tools = cellTools(props.tools, user, label);
  const header = columns.find(({ rowHeader }) => rowHeader) ?? columns[0];
  return (
    <tr
      data-hj="user-row"
      data-user={user.id}
      data-selected={flag(selected)}
      aria-rowindex={place + 2}
    >
      {selected !== undefined && (
        <td>
          <input
            type="checkbox"
            readOnly
            checked={selected}
            aria-label={format(tools.texts.select, { name: label })}
          />
        </td>
      )}
      {columns.map((column) => {
        const Cell = column === header ? "th" : "td";
        return (
          <Cell key={column.id} scope={Cell === "th" ? "row" : undefined} data-column={column.id}>
            {column.cell(user, tools)}
          </Cell>
        );
      })}
    </tr>
  );
});
