/* oxlint-disable jsx-a11y/control-has-associated-label -- cells are filled by the library */
// TanStack Table and TanStack Virtual.
import { tableFeatures, useTable } from "@tanstack/react-table";
import { useVirtualizer } from "@tanstack/react-virtual";
import { memo, useRef } from "react";
import { columns as cells, rowHeight } from "./cells.jsx";

const features = tableFeatures({});
const columns = cells.map(({ id, header, cell }) => ({
  id,
  header,
  accessorFn: (user) => user,
  cell: ({ row }) => cell(row.original),
}));

const Row = memo(
  ({ row, table }) => (
    <tr data-user={row.id}>
      {row.getAllCells().map((cell) => (
        <td key={cell.id}>
          <table.FlexRender cell={cell} />
        </td>
      ))}
    </tr>
  ),
  (before, after) => before.row.original === after.row.original,
);

export function Table({ users }) {
  const ref = useRef(null);
  const table = useTable({ features, columns, data: users, getRowId: ({ id }) => id });
  const { rows } = table.getRowModel();
  // oxlint-disable-next-line react/incompatible-library -- as its documentation shows it
  const virtualizer = useVirtualizer({
    count: rows.length,
    estimateSize: () => rowHeight,
    getScrollElement: () => ref.current,
    overscan: 4,
  });
  const items = virtualizer.getVirtualItems();
  const above = items[0]?.start ?? 0;
  const below = virtualizer.getTotalSize() - (items.at(-1)?.end ?? 0);
  return (
    <div id="scroller" data-hj="user-rows" data-windowed="" ref={ref}>
      <table>
        <thead>
          {table.getHeaderGroups().map((group) => (
            <tr key={group.id}>
              {group.headers.map((header) => (
                <th key={header.id}>
                  <table.FlexRender header={header} />
                </th>
              ))}
            </tr>
          ))}
        </thead>
        <tbody>
          <tr style={{ height: above }} />
          {items.map(({ index }) => (
            <Row key={rows[index].id} row={rows[index]} table={table} />
          ))}
          <tr style={{ height: below }} />
        </tbody>
      </table>
    </div>
  );
}
