// MUI X Data Grid, whose free edition shows pages of 100 at most.
import { DataGrid } from "@mui/x-data-grid";
import { columns as cells, height, rowHeight } from "./cells.jsx";

const columns = cells.map(({ id, header, width, cell }) => ({
  field: id,
  headerName: header,
  ...(width ? { width } : { flex: 1 }),
  renderCell: ({ row }) => cell(row),
}));
const firstPage = { pagination: { paginationModel: { pageSize: 100, page: 0 } } };

export const Table = ({ users }) => (
  <div style={{ height }}>
    <DataGrid
      rows={users}
      columns={columns}
      rowHeight={rowHeight}
      initialState={firstPage}
      pageSizeOptions={[100]}
      disableRowSelectionOnClick
    />
  </div>
);
