import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { search, showTable, tenantOf } from "./table-stage.js";

const rowBoxes = () =>
  within(screen.getAllByRole("rowgroup")[1] as HTMLElement).getAllByRole<HTMLInputElement>(
    "checkbox",
  );
const headBox = () =>
  screen.getByRole<HTMLInputElement>("checkbox", { name: "Select these users" });
const chosen = () => rowBoxes().filter(({ checked }) => checked).length;

async function table(count: number, pageSize = 20) {
  const page = showTable(tenantOf(count - 1), { pageSize });
  await screen.findByText(`${count} users`);
  return page;
}

test("the header tells whether none, some or all of the page are chosen", async () => {
  const { user } = await table(15);
  expect(headBox()).not.toBeChecked();
  expect(headBox()).not.toBePartiallyChecked();

  await user.click(rowBoxes()[2] as HTMLElement);
  expect(headBox()).toBePartiallyChecked();
  // The cell around a box is as good as the box.
  await user.click(rowBoxes()[3]?.parentElement as HTMLElement);
  expect(chosen()).toBe(2);

  await user.click(headBox());
  expect(chosen()).toBe(15);
  expect(headBox()).toBeChecked();
  await user.click(headBox());
  expect(chosen()).toBe(0);
});

test("shift chooses everyone between", async () => {
  const { user } = await table(15);

  await user.click(rowBoxes()[2] as HTMLElement);
  await user.keyboard("{Shift>}");
  await user.click(rowBoxes()[6] as HTMLElement);
  await user.keyboard("{/Shift}");

  expect(
    rowBoxes()
      .map(({ checked }) => checked)
      .indexOf(true),
  ).toBe(2);
  expect(chosen()).toBe(5);
});

test("a choice survives paging, and may be of everyone who matches but some", async () => {
  const { user } = await table(45);
  await user.click(headBox());
  expect(await screen.findByText("20 selected")).toBeVisible();
  await user.click(screen.getByRole("button", { name: "Next" }));
  await screen.findByText("21–40 of 45");
  expect(chosen()).toBe(0);
  expect(screen.getByText("20 selected")).toBeVisible();

  await user.click(screen.getByRole("button", { name: "Previous" }));
  await screen.findByText("1–20 of 45");
  await user.click(screen.getByRole("button", { name: "Select all 45" }));
  await user.click(screen.getByRole("button", { name: "Next" }));
  await screen.findByText("21–40 of 45");
  expect(chosen()).toBe(20);
  await user.click(rowBoxes()[0] as HTMLElement);

  expect(await screen.findByText(/44 selected/)).toBeVisible();
});

test("other filters end a choice, with a word; another order does not", async () => {
  const { user } = await table(15);
  await user.click(rowBoxes()[0] as HTMLElement);
  await screen.findByText("1 selected");

  await user.click(screen.getByRole("button", { name: "User" }));
  await waitFor(() => expect(chosen()).toBe(1));

  await user.type(await search(), "zzz{Enter}");
  expect(await screen.findByText(/Selection cleared\./)).toHaveRole("status");
  expect(await screen.findByText("No user matches.")).toBeVisible();
});
