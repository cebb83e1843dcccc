// The whole AdminUserTable, its users loaded already.
import { HelloJohnProvider } from "@hellojohn/react";
import { AdminUserTable } from "@hellojohn/react/admin";
import { createFake, grace } from "@hellojohn/react/testing";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { createRoot } from "react-dom/client";
import { drawn, makeUsers } from "./cells.jsx";

const fake = createFake({ users: [grace] });
const connection = fake.signedInAs(grace);
const cache = new QueryClient();

const counted = (usual) =>
  usual.map((column) => {
    if (column.id !== "user") return column;
    const cell = (user, tools) => {
      drawn.add(user.id);
      return column.cell(user, tools);
    };
    return { ...column, cell };
  });

const page = (
  <QueryClientProvider client={cache}>
    <HelloJohnProvider {...connection}>
      <AdminUserTable mode="scroll" columns={counted} />
    </HelloJohnProvider>
  </QueryClientProvider>
);

const until = async (test) => {
  const found = test();
  if (found) return found;
  await new Promise((resolve) => void setTimeout(resolve, 20));
  return until(test);
};

const listOf = (text) =>
  cache
    .getQueryCache()
    .getAll()
    .find(({ queryKey, state }) => state.data?.pages && queryKey.at(-1).q === text)?.queryKey;

function typeInto(input, text) {
  const { set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value");
  set.call(input, text);
  input.dispatchEvent(new Event("input", { bubbles: true }));
  input.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true }));
}

/** Holds users as the one page of a list. */
function hold(queryKey, users) {
  const end = { totalIsEstimate: false, limit: 100, hasMore: false, nextCursor: null };
  const pagination = { ...end, total: users.length };
  cache.setQueryData(queryKey, { pages: [{ data: users, pagination }], pageParams: [undefined] });
}

let all;

window.bench = {
  drawn,
  /** Under which keys the table keeps everyone, and whom a search for 9 finds. */
  async ask() {
    createRoot(document.getElementById("root")).render(page);
    const whole = await until(() => listOf(undefined));
    typeInto(document.querySelector("input[type=search]"), "9");
    return [whole, await until(() => listOf("9"))];
  },
  hold(count, [whole, found]) {
    const users = makeUsers(count);
    all = whole;
    hold(whole, users);
    hold(
      found,
      users.filter(({ name }) => name.includes("9")),
    );
  },
  mount: () => createRoot(document.getElementById("root")).render(page),
  change: () =>
    cache.setQueryData(all, (kept) => {
      const [{ data, pagination }] = kept.pages;
      const next = data.map((user, at) => (at === 2 ? { ...user, name: "Changed" } : user));
      return { ...kept, pages: [{ data: next, pagination }] };
    }),
};
