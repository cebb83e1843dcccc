// AG Grid Community.
import { ClientSideRowModelModule, ModuleRegistry } from "ag-grid-community";
import { AgGridReact } from "ag-grid-react";
import { columns as cells, height, rowHeight } from "./cells.jsx";

ModuleRegistry.registerModules([ClientSideRowModelModule]);

const columns = cells.map(({ id, header, width, cell }) => ({
  colId: id,
  headerName: header,
  ...(width ? { width } : { flex: 1 }),
  // The whole user, so that a cell is drawn again when she is another object.
  valueGetter: ({ data }) => data,
  cellRenderer: ({ data }) => cell(data),
}));
const idOf = ({ data }) => data.id;

export const Table = ({ users }) => (
  <div style={{ height }}>
    <AgGridReact rowData={users} columnDefs={columns} rowHeight={rowHeight} getRowId={idOf} />
  </div>
);
