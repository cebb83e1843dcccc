import { type DialogRequest, type UserDetails } from "@hellojohn/react";
import { useDialogs, UserDialogs } from "@hellojohn/react/admin";
import { type Fake, grace } from "@hellojohn/react/testing";
import { screen } from "@testing-library/react";
import type { ReactElement } from "react";
import { renderFor } from "../components/render.js";

function Opener({ request }: { request: DialogRequest }): ReactElement {
  const { open } = useDialogs();
  return (
    <button type="button" onClick={() => open(request)}>
      Open
    </button>
  );
}

export const dialogsFor = (request: DialogRequest): ReactElement => (
  <UserDialogs>
    <Opener request={request} />
  </UserDialogs>
);

/** The user as a list would tell her. */
export function userIn(fake: Fake, id: string): UserDetails {
  const user = fake.users.find((each) => each.id === id);
  if (!user) throw new Error(`Nobody is ${id}`);
  return user;
}

/** Opens a dialog before Grace, who is an administrator. */
export async function openFor(
  fake: Fake,
  request: DialogRequest,
  connection: Parameters<typeof renderFor>[2] = fake.signedInAs(grace),
) {
  const page = renderFor(fake, dialogsFor(request), connection);
  await page.user.click(screen.getByRole("button", { name: "Open" }));
  return { ...page, dialog: await screen.findByRole("dialog", {}, { timeout: 10_000 }) };
}
