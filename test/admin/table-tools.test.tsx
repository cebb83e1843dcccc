import { createFake, grace, makeUser } from "@hellojohn/react/testing";
import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { renderFor } from "../components/render.js";
import { AdminUserTable } from "@hellojohn/react";
import { namesShown, search, showBehindGateway, showTable } from "./table-stage.js";

/** A browser's storage of its own. */
function storage() {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
}

const headers = () => screen.getAllByRole("columnheader").map((header) => header.textContent);

async function tools(name: string, place = storage()) {
  const fake = createFake();
  const page = showTable(fake, { storageKey: "users", storage: place });
  await screen.findByText("3 users");
  await page.user.click(screen.getByRole("button", { name }));
  return { ...page, fake, place };
}

test("columns are hidden, shown and moved, and it is remembered", async () => {
  const { user, place, show } = await tools("View");
  await user.click(await screen.findByRole("checkbox", { name: "MFA" }));
  await user.click(screen.getByRole("checkbox", { name: "Phone number" }));
  await user.click(screen.getByRole("button", { name: "Move Role forward" }));
  const arranged = ["User", "Role", "Status", "Verified", "Last sign-in", "Created"];
  expect(headers()).toEqual([...arranged, "Phone number", "Actions"]);

  show(null);
  show(<AdminUserTable storageKey="users" storage={place} />);

  await screen.findByText("3 users");
  expect(headers()).toEqual([...arranged, "Phone number", "Actions"]);
});

test.each(["Filters", "View"])("%s takes the focus, and Escape gives it back", async (name) => {
  const { user } = await tools(name);
  const panel = await screen.findByRole("group", { name });
  expect(panel).toContainElement(document.activeElement as HTMLElement);

  await user.keyboard("{Escape}");

  expect(panel).not.toBeInTheDocument();
  await waitFor(() => expect(screen.getByRole("button", { name })).toHaveFocus());
});

test("a column is widened by a slider, which the keyboard moves, too", async () => {
  const { place } = await tools("View");
  const width = await screen.findByRole("slider", { name: "Width of Status" });
  const column = () => document.querySelector("col[data-column=status]");
  expect(column()).toHaveAttribute("width", "140");

  fireEvent.change(width, { target: { value: "200" } });

  expect(column()).toHaveAttribute("width", "200");
  expect(JSON.parse(place.kept.get("users") ?? "")).toMatchObject({
    layout: { widths: { status: 200 } },
  });
});

test("whatever stands in storage, the table is drawn", async () => {
  for (const text of ["{", "null", "7", '{"layout":{"order":7,"shown":"x","widths":[]}}']) {
    const place = storage();
    place.setItem("users", text);
    const fake = createFake();
    const page = showTable(fake, { storageKey: "users", storage: place });
    await screen.findByText("3 users");
    await page.user.click(screen.getByRole("button", { name: "View" }));
    expect(await screen.findByRole("button", { name: "Save view" })).toBeVisible();
    page.unmount();
  }
});

test("a view keeps filters and columns under a name, and no address", async () => {
  const { user, place } = await tools("Filters");
  await user.selectOptions(await screen.findByLabelText("Role"), "Administrator");
  await waitFor(() => expect(namesShown()).toEqual(["Grace Hopper"]));
  await user.type(await search(), "grace@example.com{Enter}");
  await user.click(screen.getByRole("button", { name: "View" }));
  await user.type(await screen.findByLabelText("Name of the view"), "Admins");
  await user.click(screen.getByRole("button", { name: "Save view" }));
  expect([...place.kept.values()].join()).toContain("Admins");
  expect([...place.kept.values()].join()).not.toContain("@");

  await user.keyboard("{Escape}");
  await user.click(screen.getByRole("button", { name: "Filters (1)" }));
  await user.selectOptions(await screen.findByLabelText("Role"), "Any");
  await user.clear(await search());
  await user.keyboard("{Enter}");
  await waitFor(() => expect(namesShown()).toHaveLength(3));
  await user.click(screen.getByRole("button", { name: "View" }));
  await user.click(await screen.findByRole("button", { name: "Admins" }));

  await waitFor(() => expect(namesShown()).toEqual(["Grace Hopper"]));
  await user.click(screen.getByRole("button", { name: "Delete Admins" }));
  expect(screen.queryByRole("button", { name: "Admins" })).toBeNull();
});

test("a row's menu says of each action why it is refused, and gives the focus back", async () => {
  const { user } = showTable(createFake());
  const button = await screen.findByRole("button", { name: "Actions for Grace Hopper" });

  button.focus();
  await user.keyboard("{Enter}");
  const menu = await screen.findByRole("menu", { name: "Actions for Grace Hopper" });
  await waitFor(() => expect(within(menu).getByRole("menuitem", { name: /^Edit/ })).toHaveFocus());
  const disable = within(menu).getByRole("menuitem", { name: /^Disable/ });
  expect(disable).toHaveAttribute("aria-disabled", "true");
  expect(disable).toHaveAccessibleDescription(/Nobody else could administer/);
  const refused = within(menu)
    .getAllByRole("menuitem")
    .filter((item) => item.ariaDisabled);
  for (const item of refused) expect(item).toHaveAccessibleDescription(/\w/);

  await user.keyboard("{End}");
  await waitFor(() =>
    expect(within(menu).getByRole("menuitem", { name: /^Delete/ })).toHaveFocus(),
  );
  await user.keyboard("{ArrowDown}");
  await waitFor(() => expect(within(menu).getByRole("menuitem", { name: /^Edit/ })).toHaveFocus());
  await user.keyboard("{Escape}");
  expect(screen.queryByRole("menu")).toBeNull();
  await waitFor(() => expect(button).toHaveFocus());
});

test("columns may be one's own, and states and roles of any name are shown as they are", async () => {
  const odd = makeUser({ firstName: null, lastName: null, email: "x@example.com", role: "title" });
  const fake = createFake({ users: [grace, odd] });
  renderFor(
    fake,
    <AdminUserTable
      columns={(usual) => [
        { id: "id", header: "ID", cell: ({ id }) => id },
        ...usual.filter(({ id }) => id === "role"),
      ]}
    />,
    fake.signedInAs(grace),
  );

  await screen.findByText("2 users");
  expect(headers()).toEqual(["ID", "Role"]);
  expect(screen.getByRole("rowheader", { name: odd.id })).toBeVisible();
  expect(screen.getByRole("cell", { name: "title" })).toBeVisible();
});

test("who may not make users is told so before anything is typed", async () => {
  const fake = createFake();
  const { user } = showBehindGateway(fake, { secretKey: fake.keyWith(["users:read"]) });

  await user.click(await screen.findByRole("button", { name: "New user" }));

  expect(await screen.findByText("You have no permission for this.")).toBeVisible();
  expect(screen.queryByRole("textbox", { name: /mail/ })).toBeNull();
});
