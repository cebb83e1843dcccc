import { HelloJohnError } from "@hellojohn/react";
import { ada, createFake, grace, katherine, makeUser } from "@hellojohn/react/testing";
import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { renderFor } from "../components/render.js";
import { namesShown, queriesOf, search, showTable, tenantOf } from "./table-stage.js";
import { AdminUserTable } from "@hellojohn/react";

test("an administrator sees the users of her tenant, each in a row with her name at its head", async () => {
  showTable(createFake());

  expect(await screen.findByRole("rowheader", { name: /Ada Lovelace/ })).toBeVisible();
  expect(screen.getByRole("table", { name: "Users" })).toHaveAttribute("aria-rowcount", "4");
  expect(screen.getByText("3 users")).toHaveRole("status");
});

test("a search waits until typing rests, Enter does not, and Escape ends it", async () => {
  const fake = createFake();
  const { user } = showTable(fake);
  await screen.findByRole("rowheader", { name: /Ada/ });

  await user.type(await search(), "kath{Enter}");
  await waitFor(() => expect(namesShown()).toEqual(["Katherine Johnson"]));
  expect(screen.getByText("1 user")).toBeVisible();
  expect(queriesOf(fake)).toHaveLength(2);

  await user.keyboard("{Escape}");
  await waitFor(() => expect(namesShown()).toHaveLength(3));
  expect(await search()).toHaveValue("");

  await user.type(await search(), "ada");
  await waitFor(() => expect(namesShown()).toEqual(["Ada Lovelace"]));
  expect(queriesOf(fake).at(-1)).toMatchObject({ query: "ada" });
});

test("what was searched for travels in no address", async () => {
  const fake = createFake();
  const { user } = showTable(fake);

  await user.type(await search(), "ada@example.com{Enter}");
  await waitFor(() => expect(namesShown()).toEqual(["Ada Lovelace"]));

  const addresses = fake.requests.flatMap(({ query, params }) => [
    ...Object.values(query),
    ...Object.values(params),
  ]);
  expect(addresses.join()).not.toMatch(/@|ada/);
});

test("an answer that comes late never takes the place of a later one's", async () => {
  const fake = createFake();
  const { user } = showTable(fake);
  await screen.findByRole("rowheader", { name: /Ada/ });

  fake.delay(400);
  await user.type(await search(), "ada{Enter}");
  fake.delay(0);
  await user.clear(await search());
  await user.type(await search(), "kath{Enter}");
  await waitFor(() => expect(namesShown()).toEqual(["Katherine Johnson"]));
  await new Promise((resolve) => setTimeout(resolve, 500));

  expect(namesShown()).toEqual(["Katherine Johnson"]);
});

test("while an answer is awaited the rows stay, and say that they are old", async () => {
  const fake = createFake();
  const { user } = showTable(fake);
  await screen.findByRole("rowheader", { name: /Ada/ });
  fake.fail("searchUsers", "hang");

  await user.type(await search(), "kath{Enter}");

  await waitFor(() => expect(screen.getByRole("table")).toHaveAttribute("aria-busy", "true"));
  expect(namesShown()).toHaveLength(3);
});

test("a header sorts, the other way when pressed again, and says so", async () => {
  const fake = createFake();
  const { user } = showTable(fake);
  const header = await screen.findByRole("columnheader", { name: "User" });

  await user.click(within(header).getByRole("button"));
  await waitFor(() => expect(namesShown()[0]).toBe("Ada Lovelace"));
  expect(header).toHaveAttribute("aria-sort", "ascending");

  await user.keyboard("{Enter}");
  await waitFor(() => expect(namesShown()[0]).toBe("Katherine Johnson"));
  expect(header).toHaveAttribute("aria-sort", "descending");
  expect(screen.getByRole("columnheader", { name: "Created" })).not.toHaveAttribute("aria-sort");
});

test("filters narrow what a search found, and are taken back together", async () => {
  const lost = makeUser({ firstName: "Ada", lastName: "Lost", disabled: true });
  const { user } = showTable(createFake({ users: [ada, grace, lost] }));

  await user.type(await search(), "ada{Enter}");
  await waitFor(() => expect(namesShown()).toHaveLength(2));
  await user.click(screen.getByRole("button", { name: "Filters" }));
  await user.selectOptions(await screen.findByLabelText("Status"), "Disabled");
  await waitFor(() => expect(namesShown()).toEqual(["Ada Lost"]));
  expect(screen.getByRole("button", { name: "Filters (1)" })).toBeVisible();

  await user.selectOptions(screen.getByLabelText("MFA"), "Yes");
  expect(await screen.findByText("No user matches.")).toBeVisible();
  await user.click(screen.getAllByRole("button", { name: "Clear filters" })[0] as HTMLElement);
  await waitFor(() => expect(namesShown()).toHaveLength(2));
});

test("pages follow each other both ways, and a page may be longer", async () => {
  const { user } = showTable(tenantOf(119), { pageSize: 50 });
  await screen.findByText("1–50 of 120");
  const [first] = namesShown();

  await user.click(screen.getByRole("button", { name: "Next" }));
  await screen.findByText("51–100 of 120");
  await user.click(screen.getByRole("button", { name: "Next" }));
  await screen.findByText("101–120 of 120");
  expect(screen.getAllByRole("row").at(-1)).toHaveAttribute("aria-rowindex", "121");
  expect(screen.getByRole("button", { name: "Next" })).toHaveAttribute("aria-disabled", "true");
  await user.click(screen.getByRole("button", { name: "Previous" }));
  await user.click(await screen.findByRole("button", { name: "Previous" }));

  await waitFor(() => expect(namesShown()[0]).toBe(first));
  await user.selectOptions(screen.getByLabelText("Rows per page"), "100");
  await screen.findByText("1–100 of 120");
});

test("rows stay when the next answer fails, with the reason and a way to try again", async () => {
  const fake = createFake();
  const { user } = showTable(fake);
  await screen.findByRole("rowheader", { name: /Ada/ });
  fake.fail("searchUsers", new HelloJohnError("insufficient_permissions", "No"));

  await user.type(await search(), "kath{Enter}");
  const retry = await screen.findByRole("button", { name: "Try again" });
  expect(namesShown()).toHaveLength(3);

  fake.recover();
  await user.click(retry);
  await waitFor(() => expect(namesShown()).toEqual(["Katherine Johnson"]));
});

test("a list that grows asks for more when its end is in sight, and can be searched like any other", async () => {
  const fake = tenantOf(249);
  const { user } = showTable(fake, { mode: "scroll" });
  await screen.findByText("1–100 of 250");
  const scroller = screen.getByRole("table").parentElement as HTMLElement;

  for (const shown of ["1–200 of 250", "1–250 of 250"]) {
    scroller.scrollTop += 100 * 52;
    fireEvent.scroll(scroller);
    await screen.findByText(shown);
  }
  expect(screen.getAllByRole("rowheader").length).toBeLessThan(40);

  await user.type(await search(), "grace{Enter}");
  await waitFor(() => expect(namesShown()).toContain("Grace Hopper"));
  expect(namesShown().length).toBeLessThan(20);
});

test("a member is told politely, and sees no table", async () => {
  const fake = createFake();
  renderFor(fake, <AdminUserTable />, fake.signedInAs(katherine));

  expect(await screen.findByText(/You have no permission to see users/)).toBeVisible();
  expect(screen.queryByRole("table")).toBeNull();
});

test("who is not signed in is asked to", async () => {
  const fake = createFake();
  const { apiUrl, publishableKey, fetch } = fake;
  renderFor(fake, <AdminUserTable />, { apiUrl, publishableKey, fetch });

  expect(await screen.findByText("Sign in to see this.")).toBeVisible();
});
