import type { UserDetails, UserPage } from "@hellojohn/react";
import { UserRows, type UserColumn } from "@hellojohn/react/admin";
import { createFake, grace, makeUser } from "@hellojohn/react/testing";
import type { QueryClient } from "@tanstack/react-query";
import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { fakeServer, renderFor } from "../components/render.js";
import { showTable, tenantOf } from "./table-stage.js";

/** A column that counts how often each user is drawn. */
function counting() {
  const drawn = new Map<string, number>();
  const column: UserColumn = {
    id: "count",
    header: "Count",
    cell({ id }: UserDetails) {
      drawn.set(id, (drawn.get(id) ?? 0) + 1);
      return id;
    },
  };
  return { drawn, columns: (usual: readonly UserColumn[]) => [...usual, column] };
}

const usersOf = (count: number): UserDetails[] =>
  Array.from({ length: count }, (_, at) => createUser(at));

function createUser(at: number): UserDetails {
  const { password: _, ...user } = makeUser({ id: `usr_row_${at}`, name: `Person ${at}` });
  return { ...user, status: "active", metadata: {} };
}

/** Takes a user out of what is shown. */
const drop = (cache: QueryClient, id: string) =>
  cache.setQueriesData<{ pages: UserPage[] }>({}, (kept) => {
    if (!kept?.pages) return kept;
    const without = (page: UserPage) => page.data.filter((user) => user.id !== id);
    return { ...kept, pages: kept.pages.map((page) => ({ ...page, data: without(page) })) };
  });

test("one user who changes is drawn alone", async () => {
  // Each has a name of her own, or her namesake would be told apart anew.
  const fake = createFake({ users: [grace, ...Array.from({ length: 40 }, () => makeUser())] });
  const { drawn, columns } = counting();
  const { cache } = showTable(fake, { columns });
  await screen.findByText("41 users");
  const [{ id }] = fake.users.slice(-1) as [UserDetails];
  drawn.clear();

  fake.updateUser(id, { firstName: "Changed", lastName: "Name" });
  await cache.invalidateQueries();

  expect(await screen.findByRole("button", { name: "Changed Name" })).toBeVisible();
  expect([...drawn]).toEqual([[id, 1]]);
});

test("choosing a user draws her alone, and typing draws nobody", async () => {
  const fake = tenantOf(40);
  const { drawn, columns } = counting();
  const { user } = showTable(fake, { columns });
  await screen.findByText("41 users");
  drawn.clear();

  await user.type(screen.getByRole("searchbox"), "x");
  expect(drawn.size).toBe(0);
  await user.clear(screen.getByRole("searchbox"));
  await user.click(screen.getByRole("checkbox", { name: "Select Grace Hopper" }));

  expect([...drawn.keys()]).toEqual([grace.id]);
});

test("a long list draws only the rows in sight, and says where each of them stands", () => {
  const fake = fakeServer();
  renderFor(fake, <UserRows users={usersOf(100_000)} total={100_000} windowed />);

  expect(screen.getAllByRole("rowheader").length).toBeLessThan(40);
  expect(screen.getByRole("table")).toHaveAttribute("aria-rowcount", "100001");
  const scroller = screen.getByRole("table").parentElement as HTMLElement;

  for (const row of [50_000, 99_999, 3, 0]) {
    scroller.scrollTop = row * 52;
    fireEvent.scroll(scroller);
    const shown = screen.getAllByRole("rowheader");
    expect(shown.length).toBeLessThan(40);
    const name = screen.getByRole("button", { name: `Person ${row}` });
    expect(name.closest("tr")).toHaveAttribute("aria-rowindex", `${row + 2}`);
  }
});

test("the heights of what is drawn and what is not make up the whole list", () => {
  const fake = fakeServer();
  renderFor(fake, <UserRows users={usersOf(5000)} windowed />);
  const scroller = screen.getByRole("table").parentElement as HTMLElement;

  for (const top of [0, 51, 52, 1234, 100_000, 259_000, 260_000]) {
    scroller.scrollTop = top;
    fireEvent.scroll(scroller);
    const rows = [...scroller.querySelectorAll<HTMLElement>("tbody tr")];
    const heights = rows.map((row) =>
      row.dataset["user"] ? 52 : Number(row.getAttribute("height")),
    );
    expect(heights.reduce((sum, height) => sum + height)).toBe(5000 * 52);
  }
});

test("the focus stays on its row however far the list is scrolled", async () => {
  const fake = fakeServer();
  const { user } = renderFor(fake, <UserRows users={usersOf(5000)} windowed />);
  const scroller = screen.getByRole("table").parentElement as HTMLElement;
  await user.click(screen.getByRole("button", { name: "Person 3" }));

  scroller.scrollTop = 4000 * 52;
  fireEvent.scroll(scroller);

  expect(screen.getByRole("button", { name: "Person 4000" })).toBeVisible();
  await waitFor(() => expect(screen.getByRole("button", { name: "Person 3" })).toHaveFocus());
});

test("arrows, pages, Home and End move the keyboard to the same control of another row", async () => {
  const { user } = showTable(tenantOf(30));
  await screen.findByText("31 users");
  const boxes = () =>
    within(screen.getAllByRole("rowgroup")[1] as HTMLElement).getAllByRole("checkbox");
  const expectFocus = (at: number) => waitFor(() => expect(boxes()[at]).toHaveFocus());
  boxes()[0]?.focus();

  // What the keys do loads with the first focus.
  while (document.activeElement === boxes()[0]) {
    await user.keyboard("{ArrowDown}");
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  await expectFocus(1);
  await user.keyboard("{PageDown}");
  await expectFocus(11);
  await user.keyboard("{ArrowUp}");
  await expectFocus(10);
  await user.keyboard("{End}");
  await expectFocus(30);
  await user.keyboard("{ArrowDown}");
  await expectFocus(30);
  await user.keyboard("{Home}");
  await expectFocus(0);
  await user.keyboard(" ");
  expect(boxes()[0]).toBeChecked();
});

test("when the row of the focus goes, the next one takes it, and at last the search does", async () => {
  const fake = createFake();
  const { user, cache } = showTable(fake);
  const ada = await screen.findByRole("button", { name: "Actions for Ada Lovelace" });
  ada.focus();
  while (document.activeElement === ada) {
    await user.keyboard("{ArrowUp}");
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  ada.focus();
  drop(cache, "usr_ada");
  await waitFor(() =>
    expect(document.activeElement).toHaveAccessibleName(/^Actions for (Grace|Katherine)/),
  );
  drop(cache, "usr_grace");
  drop(cache, "usr_katherine");
  await waitFor(() => expect(screen.getByRole("searchbox")).toHaveFocus());
  await user.keyboard("a");
  expect(screen.getByRole("searchbox")).toHaveValue("a");
});

test("users who share a name are told apart by every control", async () => {
  const twins = ["one", "two"].map((local) =>
    makeUser({ firstName: "Ada", lastName: "Twin", email: `${local}@example.com` }),
  );
  showTable(createFake({ users: [grace, ...twins] }));
  await screen.findByText("3 users");

  const names = [
    ...screen.getAllByRole("checkbox"),
    ...screen.getAllByRole("button", { name: /^Act/ }),
  ].map((control) => control.getAttribute("aria-label"));
  expect(new Set(names).size).toBe(names.length);
});

test("the keyboard is not called back to a row it has left", async () => {
  const { user, cache } = showTable(createFake());
  const ada = await screen.findByRole("button", { name: "Actions for Ada Lovelace" });
  ada.focus();
  while (document.activeElement === ada) {
    await user.keyboard("{ArrowUp}");
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  const search = screen.getByRole("searchbox");
  search.focus();
  search.blur();

  drop(cache, "usr_ada");
  await waitFor(() => expect(screen.getAllByRole("rowheader")).toHaveLength(2));
  expect(document.body).toHaveFocus();
});
