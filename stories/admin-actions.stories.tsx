import { HelloJohnError } from "@hellojohn/react";
import type { Fake } from "@hellojohn/react/testing";
import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, screen, waitFor, within } from "storybook/test";
import { ada, fakeIn, server } from "../.storybook/server.js";
import { OpenDialog } from "./admin-dialog.js";

const grace = "grace@example.com";

const before = (prepare: (fake: Fake) => void = () => {}) =>
  server((fake) => {
    fake.startSession(ada, { device: "Firefox on Windows" });
    prepare(fake);
    return fake.signedInAs(grace);
  });

const meta = {
  title: "Administrators/Dialogs",
  component: OpenDialog,
  parameters: before(),
  args: { email: ada, action: "disable" },
} satisfies Meta<typeof OpenDialog>;

export default meta;
type Story = StoryObj<typeof meta>;
type Play = NonNullable<Story["play"]>;

/** The dialog, once it is there. */
const dialog = async () => within(await screen.findByRole("dialog", {}, { timeout: 10_000 }));

const press =
  (name: string): Play =>
  async ({ userEvent }) => {
    await userEvent.click(await (await dialog()).findByRole("button", { name }));
  };

export const Disable: Story = {
  async play() {
    const shown = await dialog();
    await expect(shown.getByRole("heading")).toHaveTextContent("Disable: Ada Lovelace");
    await expect(shown.getByLabelText("Also sign out everywhere")).toBeChecked();
    await expect(shown.getByLabelText("Reason")).toHaveFocus();
  },
};

export const Disabled: Story = {
  async play(context) {
    await press("Disable")(context);
    const { canvas } = context;
    await expect(await canvas.findByText(/can no longer sign in. Sessions ended: 1/)).toBeVisible();
    await expect(canvas.getByRole("button", { name: "Open" })).toHaveFocus();
  },
};

export const ClosedByTheBrowser: Story = {
  async play({ canvas }) {
    // What Escape, or the gesture of a phone, leads to.
    (await screen.findByRole<HTMLDialogElement>("dialog", {}, { timeout: 10_000 })).close();
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    await expect(canvas.getByRole("button", { name: "Open" })).toHaveFocus();
  },
};

export const Pending: Story = {
  parameters: before((fake) => fake.fail("disableUser", "hang")),
  async play(context) {
    await press("Disable")(context);
    await expect(await (await dialog()).findByText("One moment…")).toBeVisible();
  },
};

export const RefusedByTheServer: Story = {
  parameters: before((fake) =>
    fake.fail("disableUser", new HelloJohnError("last_admin", "Somebody else was faster")),
  ),
  async play(context) {
    await press("Disable")(context);
    const alert = await (await dialog()).findByRole("alert");
    await expect(alert).toHaveTextContent("Nobody else could administer the tenant.");
  },
};

export const RefusedBefore: Story = {
  args: { email: grace, restrictions: { disable: "last_admin" } },
  async play() {
    const shown = await dialog();
    await expect(shown.getByText("Nobody else could administer the tenant.")).toBeVisible();
    await expect(shown.queryByRole("button", { name: "Disable" })).toBeNull();
  },
};

export const Delete: Story = {
  tags: ["forced-colors"],
  args: { action: "delete" },
  async play(context) {
    await press("Delete")(context);
    const shown = await dialog();
    await expect(shown.getByLabelText("Type ada@example.com to confirm")).toBeInvalid();
    await expect(fakeIn(context.loaded).users).toHaveLength(3);
  },
};

export const DeleteDark: Story = { ...Delete, globals: { theme: "dark" } };
export const DeleteOnAPhone: Story = { ...Delete, globals: { viewport: { value: "phone" } } };
export const DeleteRightToLeft: Story = { ...Delete, globals: { direction: "rtl" } };

export const DisableInSpanish: Story = {
  globals: { locale: "es" },
  async play() {
    await expect((await dialog()).getByRole("heading")).toHaveTextContent("Desactivar: Ada");
  },
};

export const OfAVeryLongName: Story = {
  parameters: before((fake) => {
    const name = "Wolfeschlegelsteinhausenbergerdorff".repeat(3);
    fake.updateUser(ada, { name: `${name} \u05E9\u05DC\u05D5\u05DD` });
  }),
};

export const SetPassword: Story = {
  args: { action: "setPassword" },
  async play({ userEvent }) {
    const shown = await dialog();
    await userEvent.type(await shown.findByLabelText("New password"), "short{Enter}");
    await expect(shown.getByLabelText("New password")).toBeInvalid();
  },
};

export const SendPasswordReset: Story = { args: { action: "resetPassword" } };
export const SignOutEverywhere: Story = { args: { action: "revokeSessions" } };
export const Export: Story = { args: { action: "export" } };
export const Enable: Story = {
  args: { action: "enable" },
  parameters: before((fake) => fake.updateUser(ada, { disabled: true })),
};
