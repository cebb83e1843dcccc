// Mounts a table over users in memory, with a search box above it.
import { useEffect, useMemo, useState } from "react";
import { createRoot } from "react-dom/client";
import { Table } from "table";
import { drawn, makeUsers } from "./cells.jsx";

let everyone = [];
const page = { setUsers: undefined };

function Page() {
  const [text, setText] = useState("");
  const [users, set] = useState(everyone);
  useEffect(() => void (page.setUsers = set), []);
  const found = useMemo(
    () => (text ? users.filter(({ name }) => name.includes(text)) : users),
    [text, users],
  );
  return (
    <section data-hj="admin-user-table">
      <input type="search" value={text} onChange={({ target }) => setText(target.value)} />
      <Table users={found} />
    </section>
  );
}

window.bench = {
  drawn,
  ask: async () => undefined,
  hold: (count) => {
    everyone = makeUsers(count);
  },
  mount: () => createRoot(document.getElementById("root")).render(<Page />),
  change: () =>
    page.setUsers((users) =>
      users.map((user, at) => (at === 2 ? { ...user, name: "Changed" } : user)),
    ),
};
