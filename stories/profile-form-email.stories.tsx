import { ProfileForm } from "@hellojohn/react";
import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect } from "storybook/test";
import { ada, server } from "../.storybook/server.js";

const meta = {
  title: "ProfileForm/E-mail",
  component: ProfileForm,
} satisfies Meta<typeof ProfileForm>;

export default meta;
type Story = StoryObj<typeof meta>;

const longAgo = new Date("2026-01-06T09:00:00Z");

export const Pending: Story = {
  tags: ["forced-colors"],
  async play({ canvas, userEvent }) {
    const email = await canvas.findByLabelText("E-mail address");
    await userEvent.clear(email);
    await userEvent.type(email, "countess@example.com{Enter}");
    const card = await canvas.findByRole("group", { name: "Confirm your new address" });
    await expect(card).toHaveTextContent("countess@example.com");
    await expect(email).toHaveValue(ada);
    // A link was mailed this very minute: the card says how long to wait.
    await userEvent.click(canvas.getByRole("button", { name: "Send again" }));
    await expect(await canvas.findByRole("button", { name: /Send again in \d+ s/ })).toBeVisible();
  },
};

export const PendingDark: Story = { ...Pending, globals: { theme: "dark" } };

export const PendingOnAPhone: Story = { ...Pending, globals: { viewport: { value: "phone" } } };

export const Canceled: Story = {
  async play(context) {
    const { canvas, userEvent } = context;
    await Pending.play?.(context);
    await userEvent.click(canvas.getByRole("button", { name: "Keep the old address" }));
    await expect(await canvas.findByText("The change was canceled")).toBeVisible();
  },
};

export const Reauthentication: Story = {
  parameters: server((fake) => fake.signedInAs(ada, { signedInAt: longAgo })),
  async play({ canvas, userEvent }) {
    const email = await canvas.findByLabelText("E-mail address");
    await userEvent.clear(email);
    await userEvent.type(email, "countess@example.com{Enter}");
    await expect(await canvas.findByLabelText("Current password")).toHaveFocus();
    await expect(email).toHaveValue("countess@example.com");
  },
};

export const WrongPassword: Story = {
  ...Reauthentication,
  async play(context) {
    const { canvas, userEvent } = context;
    await Reauthentication.play?.(context);
    await userEvent.type(canvas.getByLabelText("Current password"), "guess{Enter}");
    await expect(await canvas.findByText("That is not your current password.")).toBeVisible();
  },
};

export const Reauthenticated: Story = {
  ...Reauthentication,
  async play(context) {
    const { canvas, userEvent } = context;
    await Reauthentication.play?.(context);
    await userEvent.type(canvas.getByLabelText("Current password"), "correct-horse-battery{Enter}");
    await expect(
      await canvas.findByRole("group", { name: "Confirm your new address" }),
    ).toHaveTextContent("countess@example.com");
    await expect(canvas.queryByLabelText("Current password")).toBeNull();
  },
};
