// The floor: a window in plain React.
import { memo, useState } from "react";
import { columns, height, rowHeight } from "./cells.jsx";

const Row = memo(({ user }) => (
  <tr data-user={user.id}>
    {columns.map(({ id, cell }) => (
      <td key={id}>{cell(user)}</td>
    ))}
  </tr>
));

export function Table({ users }) {
  const [top, setTop] = useState(0);
  const from = Math.max(0, Math.min(Math.floor(top / rowHeight), users.length) - 4);
  const to = Math.min(users.length, from + Math.ceil(height / rowHeight) + 8);
  return (
    <div
      id="scroller"
      data-hj="user-rows"
      data-windowed=""
      onScroll={(event) => setTop(event.currentTarget.scrollTop)}
    >
      <table>
        <thead>
          <tr>
            {columns.map(({ id, header }) => (
              <th key={id}>{header}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr style={{ height: from * rowHeight }} />
          {users.slice(from, to).map((user) => (
            <Row key={user.id} user={user} />
          ))}
          <tr style={{ height: (users.length - to) * rowHeight }} />
        </tbody>
      </table>
    </div>
  );
}
