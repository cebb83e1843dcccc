/**
 * What the table loads when it is first asked for. One file, not one for each part: whatever two chunks share becomes a
 * third, and every page of the app that imports anything from this package would load some of those. The table itself is
 * there by then; naming it keeps what a page loads first in one piece, which is 0.4 KB less.
 */
export { UserDialog } from "./actions/user-dialog.js";
export { UserPanel } from "./panel/user-panel.js";
export { AdminUserTable } from "./table/admin-user-table.js";
export { ChosenBar } from "./table/chosen-bar.js";
export { MaskedValue } from "./table/masked-value.js";
export { Nobody } from "./table/nobody.js";
export { followKeys } from "./table/row-keys.js";
export { RowMenu } from "./table/row-menu.js";
export { TableTools } from "./table/table-tools.js";
