import { HelloJohnError } from "@hellojohn/react";
import type { Fake } from "@hellojohn/react/testing";
import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, screen, within } from "storybook/test";
import { ada, fakeIn, server } from "../.storybook/server.js";
import { OpenDialog } from "./admin-dialog.js";

const before = (prepare: (fake: Fake) => void = () => {}) =>
  server((fake) => {
    prepare(fake);
    return fake.signedInAs("grace@example.com");
  });

const meta = {
  title: "Administrators/Forms",
  component: OpenDialog,
  parameters: before(),
} satisfies Meta<typeof OpenDialog>;

export default meta;
type Story = StoryObj<typeof meta>;

const dialog = async () => within(await screen.findByRole("dialog", {}, { timeout: 10_000 }));
const edit = { email: ada, action: "edit" } as const;

export const Create: Story = {
  async play() {
    await expect((await dialog()).getByLabelText("E-mail address")).toHaveFocus();
  },
};

export const Created: Story = {
  async play({ canvas, loaded, userEvent }) {
    const shown = await dialog();
    await userEvent.type(shown.getByLabelText("E-mail address"), "mary@example.com");
    await userEvent.click(shown.getByRole("button", { name: "Create user" }));
    await expect(await canvas.findByText("mary@example.com was invited by mail.")).toBeVisible();
    await expect(fakeIn(loaded).mailbox[0]?.to).toBe("mary@example.com");
  },
};

export const CreateTaken: Story = {
  async play({ userEvent }) {
    const shown = await dialog();
    await userEvent.type(shown.getByLabelText("E-mail address"), "ada@example.com{Enter}");
    await expect(await shown.findByText("This address is already in use.")).toBeVisible();
  },
};

export const CreateWithPassword: Story = {
  globals: { theme: "dark" },
  async play({ userEvent }) {
    const shown = await dialog();
    await userEvent.click(shown.getByLabelText(/^Set a password instead/));
    await expect(await shown.findByText("At least 8 characters")).toBeVisible();
  },
};

export const CreateOnAPhone: Story = { globals: { viewport: { value: "phone" } } };
export const CreateInSpanish: Story = { globals: { locale: "es" } };

export const Edit: Story = { args: edit };
export const EditRightToLeft: Story = { args: edit, globals: { direction: "rtl" } };

export const EditConflict: Story = {
  args: edit,
  async play({ loaded, userEvent }) {
    const shown = await dialog();
    const name = await shown.findByLabelText("Last name");
    await userEvent.type(name, "-King");
    fakeIn(loaded).updateUser(ada, { lastName: "Byron" });
    await userEvent.keyboard("{Enter}");
    await expect(await shown.findByText("Last name was changed elsewhere meanwhile")).toBeVisible();
  },
};

export const EditNewAddress: Story = {
  args: edit,
  async play({ userEvent }) {
    const shown = await dialog();
    await userEvent.type(await shown.findByLabelText("E-mail address"), ".org");
    await expect(await shown.findByLabelText(/^Use the new address/)).toBeVisible();
  },
};

export const EditRefused: Story = {
  args: edit,
  parameters: before((fake) =>
    fake.fail("updateUser", new HelloJohnError("insufficient_permissions", "No")),
  ),
  async play({ userEvent }) {
    const shown = await dialog();
    await userEvent.type(await shown.findByLabelText("First name"), "!{Enter}");
    await expect(await shown.findByRole("alert")).toHaveTextContent("no permission");
  },
};

export const EditTheLastAdministrator: Story = {
  args: { email: "grace@example.com", action: "edit" },
  async play() {
    const shown = await dialog();
    await expect(await shown.findByText("Nobody else could administer the tenant.")).toBeVisible();
  },
};

export const EditMasked: Story = {
  args: { ...edit, masked: true },
  async play() {
    const shown = await dialog();
    await expect(await shown.findByText(/a•••@e•••.com is hidden/)).toBeVisible();
  },
};
