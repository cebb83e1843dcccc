import { AdminUserTable } from "@hellojohn/react";
import { createFake, grace, makeUser } from "@hellojohn/react/testing";
import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { renderFor } from "../components/render.js";

test("an administrator sees the users of her tenant, each in a row with her name at its head", async () => {
  const fake = createFake();
  renderFor(fake, <AdminUserTable />, fake.signedInAs(grace));

  expect(await screen.findByRole("rowheader", { name: /Ada Lovelace/ })).toBeVisible();
  expect(screen.getAllByRole("row")).toHaveLength(4);
});
