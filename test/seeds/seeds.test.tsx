import { createClient, type HelloJohnClient, HelloJohnProvider } from "@hellojohn/react";
import { configure, render, screen, waitFor } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import type { ReactNode } from "react";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fakeTarget, serverTarget, type Target } from "../contract/target.js";
import { ChangePassword } from "./change-password.js";
import { EditProfile } from "./edit-profile.js";
import { ProfileForm } from "./profile-form.js";

const worlds = { fake: fakeTarget, server: serverTarget };

// The server hashes passwords, which takes its time.
configure({ asyncUtilTimeout: 10_000 });

let people = 0;

describe.each(["fake", "server"] as const)("on the %s", (world) => {
  let target: Target;

  beforeAll(async () => {
    target = await worlds[world]();
  });

  afterAll(() => target.close());

  const clientOf = () =>
    createClient({
      apiUrl: target.url,
      publishableKey: target.publishableKey,
      fetch: target.fetch,
    });

  /** A client whose person has just signed up. */
  async function signUp(password = "correct-horse-battery"): Promise<HelloJohnClient> {
    people += 1;
    const client = clientOf();
    await client.signUp({ email: `sample${people}@example.com`, password });
    return client;
  }

  const show = (client: HelloJohnClient, children: ReactNode) =>
    render(<HelloJohnProvider client={client}>{children}</HelloJohnProvider>);

  test("a form saves first and last name with updateProfile", async () => {
    const hj = await signUp();
    await hj.user.updateProfile({ name: null, firstName: "Al", lastName: "Ch" });
    show(hj, <ProfileForm />);
    await userEvent.type(await screen.findByDisplayValue("Al"), "ice");
    await userEvent.type(screen.getByLabelText("Last name"), "en");

    await userEvent.click(screen.getByRole("button", { name: "Save" }));

    await waitFor(async () =>
      expect(await hj.user.get()).toMatchObject({ firstName: "Alice", lastName: "Chen" }),
    );
  });

  test("a form shows what is there already", async () => {
    const hj = await signUp();
    await hj.user.updateProfile({ firstName: "Alice", lastName: "Chen" });

    show(hj, <ProfileForm />);

    expect(await screen.findByDisplayValue("Alice")).toBeVisible();
    expect(screen.getByLabelText("Last name")).toHaveValue("Chen");
  });

  test("a form saves name and avatar_url with update", async () => {
    const hj = await signUp();
    await hj.user.updateProfile({ name: "Alice" });
    show(hj, <EditProfile />);
    await screen.findByDisplayValue("Alice");
    await userEvent.type(screen.getByLabelText("Name"), " Smith");
    await userEvent.type(screen.getByLabelText("Picture"), "https://example.com/alice.png");

    await userEvent.click(screen.getByRole("button", { name: "Save" }));

    await waitFor(async () =>
      expect(await hj.user.get()).toMatchObject({
        name: "Alice Smith",
        avatarUrl: "https://example.com/alice.png",
      }),
    );
  });

  test("user.updatePassword takes the wire's spelling", async () => {
    const hj = await signUp("OldPassword123!");
    const { email } = await hj.user.get();
    show(hj, <ChangePassword />);

    await userEvent.click(await screen.findByRole("button", { name: "Change password" }));

    await waitFor(async () =>
      expect(await clientOf().signIn({ email, password: "NewPassword456!" })).toMatchObject({
        user: { email },
      }),
    );
  });

  test("hj.user changes profile, password and metadata", async () => {
    const hj = await signUp("old-password");

    await hj.user.updateProfile({
      firstName: "Alice",
      lastName: "Chen",
    });
    await hj.user.updatePassword({
      currentPassword: "old-password",
      newPassword: "new-password-123",
    });
    await hj.user.updateMetadata({ theme: "dark" });

    expect(await hj.user.get()).toMatchObject({
      name: "Alice Chen",
      metadata: { theme: "dark" },
      publicMetadata: { theme: "dark" },
    });
  });

  test("metadata keys that the tenant keeps to itself are refused", async () => {
    const hj = await signUp();

    const asking = hj.user.updateMetadata({ department: "sales" });

    await expect(asking).rejects.toMatchObject({ code: "field_not_editable" });
  });

  test("the password changes by a plain POST, too", async () => {
    const hj = await signUp("OldPassword123!");
    const token = await hj.session.getToken();

    const response = await target.fetch(`${target.url}/v1/auth/password/change`, {
      method: "POST",
      headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json" },
      body: JSON.stringify({
        current_password: "OldPassword123!",
        new_password: "NewPassword456!",
      }),
    });

    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ sessions_revoked: 0 });
  });
});
