import { endpoints, serverEndpoints } from "@hellojohn/contract";
import { createAdminClient } from "@hellojohn/react/admin";
import { createClient } from "@hellojohn/react/client";
import { ada, createFake, type Fake, fakeTotpCode, grace } from "@hellojohn/react/testing";
import { screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { openFor } from "./actions-stage.js";

async function openTab(fake: Fake, name: string) {
  const page = await openFor(fake, { kind: "panel", userId: ada.id });
  await page.user.click(await screen.findByRole("tab", { name }));
  return page;
}

test("a user is put into an organization with a role, and taken out again", async () => {
  const fake = createFake();
  const { call } = createAdminClient(createClient(fake.signedInAs(grace)));
  await call(serverEndpoints.createOrganization, { body: { name: "Acme" } });
  const { id } = await call(serverEndpoints.createOrganization, { body: { name: "Babbage & Co" } });
  const membersOf = async () => {
    const query = { include: "organizations" };
    const user = await call(endpoints.getUser, { params: { id: ada.id }, query });
    return user.organizations?.map(({ organizationId, role }) => [organizationId, role]);
  };
  const { user } = await openTab(fake, "Organizations");

  await user.selectOptions(
    await screen.findByLabelText("Add to organization"),
    screen.getByRole("option", { name: "Babbage & Co" }),
  );
  const role = screen.getByLabelText("Role");
  await user.clear(role);
  await user.type(role, "owner{Enter}");

  await user.click(await screen.findByRole("button", { name: "Remove Babbage & Co" }));
  expect(await membersOf()).toEqual([[id, "owner"]]);
  await user.keyboard("{Enter}");

  expect(await screen.findByText("Done: Remove Babbage & Co")).toBeVisible();
  await waitFor(async () => expect(await membersOf()).toEqual([]));
  await waitFor(() => expect(screen.getByRole("list", { name: "Organizations" })).toHaveFocus());
});

test("a lost second factor is removed after one more question", async () => {
  const fake = createFake();
  const { mfa } = createClient(fake.signedInAs(ada));
  const { factorId } = await mfa.enrollTotp();
  await mfa.confirmTotp({ factorId, code: fakeTotpCode });
  const { user } = await openTab(fake, "Factors");

  await user.click(await screen.findByRole("button", { name: "Remove Authenticator app" }));
  await user.keyboard("{Escape}");
  expect(fake.users.find(({ id }) => id === ada.id)?.mfaEnrolled).toBe(true);
  await user.keyboard("{Enter}{Enter}");

  expect(await screen.findByText("Done: Remove Authenticator app")).toBeVisible();
  await waitFor(() => expect(screen.queryByText("Authenticator app")).toBeNull());
  expect(fake.users.find(({ id }) => id === ada.id)?.mfaEnrolled).toBe(false);
});
