import { HelloJohnProvider, useSession, useUser } from "@hellojohn/react";
import { createClient } from "@hellojohn/react/client";
import { ada, createFake } from "@hellojohn/react/testing";
import { act, render, screen, waitFor } from "@testing-library/react";
import { StrictMode } from "react";
import { renderToString } from "react-dom/server";
import { expect, test } from "vitest";
import { fakeServer, renderFor } from "./render.js";

function Page() {
  const { user, isLoaded } = useUser();
  return <h1>{`${useSession().status} ${isLoaded ? user?.name : "…"}`}</h1>;
}

test.each(["a kept session", "a fixed token"])(
  "a page from the server comes alive without a mismatch, with %s",
  async (kind) => {
    const fake = createFake();
    const connection = kind === "a kept session" ? fake.signedInAs(ada) : fake.impersonating(ada);
    const before = createClient(connection);
    const initialUser = await before.user.get();
    before.close();
    const page = (
      <StrictMode>
        <HelloJohnProvider {...connection} initialUser={initialUser}>
          <Page />
        </HelloJohnProvider>
      </StrictMode>
    );
    const container = document.createElement("div");
    document.body.append(container);
    container.innerHTML = renderToString(page);
    expect(container).toHaveTextContent("loading Ada Lovelace");

    render(page, { container, hydrate: true });

    await waitFor(() => expect(container).toHaveTextContent("signed-in Ada Lovelace"));
  },
);

test("inputs drawn before the person is known fill themselves, unguarded as the documents write them", async () => {
  function EditProfile() {
    const { user, update } = useUser();
    return (
      <form
        onSubmit={async (event) => {
          event.preventDefault();
          const data = new FormData(event.currentTarget);
          await update({
            name: data.get("name") as string,
            avatar_url: data.get("avatar_url") as string,
          });
        }}
      >
        <input name="name" aria-label="Name" defaultValue={user.name} />
        <input name="avatar_url" aria-label="Picture" defaultValue={user.avatar_url ?? ""} />
        <button type="submit">Save</button>
      </form>
    );
  }
  const fake = fakeServer();
  renderFor(fake, <EditProfile />);
  const name = await screen.findByDisplayValue("Ada Lovelace");

  act(() => screen.getByRole("button").click());

  await waitFor(() => expect(fake.users[0]?.version).toBe(2));
  expect(name).toHaveValue("Ada Lovelace");
});
