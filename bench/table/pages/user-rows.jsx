// Our rows, over the cells that all the others draw.
import { HelloJohnProvider } from "@hellojohn/react";
import { UserRows } from "@hellojohn/react/admin";
import { columns } from "./cells.jsx";

export const Table = ({ users }) => (
  <HelloJohnProvider apiUrl="https://api.example.com" token="none">
    <UserRows users={users} columns={columns} total={users.length} windowed />
  </HelloJohnProvider>
);
