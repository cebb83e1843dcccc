import { ProfileForm } from "@hellojohn/react";
import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect } from "storybook/test";
import { ada, fakeIn } from "../.storybook/server.js";

const meta = {
  title: "ProfileForm/Conflict",
  component: ProfileForm,
} satisfies Meta<typeof ProfileForm>;

export default meta;
type Story = StoryObj<typeof meta>;

/** Somebody else changes the last name while Ada does. */
export const Conflict: Story = {
  tags: ["forced-colors"],
  async play({ canvas, loaded, userEvent }) {
    const name = await canvas.findByLabelText("Last name");
    await userEvent.clear(name);
    await userEvent.type(name, "King");
    fakeIn(loaded).updateUser(ada, { lastName: "Byron" });
    await userEvent.keyboard("{Enter}");
    const choice = await canvas.findByRole("group", {
      name: "Last name was changed elsewhere meanwhile",
    });
    await expect(choice).toHaveTextContent(/King.*Byron.*Lovelace/);
    await expect(name).toHaveValue("King");
  },
};

export const ConflictDark: Story = { ...Conflict, globals: { theme: "dark" } };

export const ConflictOnAPhone: Story = { ...Conflict, globals: { viewport: { value: "phone" } } };

export const KeptMine: Story = {
  async play(context) {
    const { canvas, loaded, userEvent } = context;
    await Conflict.play?.(context);
    await userEvent.click(canvas.getByRole("button", { name: /Keep mine/ }));
    await expect(canvas.getByLabelText("Last name")).toHaveFocus();
    await userEvent.keyboard("{Enter}");
    await expect(await canvas.findByText("Saved")).toBeVisible();
    await expect(fakeIn(loaded).users[0]?.lastName).toBe("King");
  },
};

export const TookTheirs: Story = {
  async play(context) {
    const { canvas, loaded, userEvent } = context;
    await Conflict.play?.(context);
    await userEvent.click(canvas.getByRole("button", { name: /Take theirs/ }));
    await expect(canvas.getByLabelText("Last name")).toHaveValue("Byron");
    await expect(fakeIn(loaded).users[0]?.lastName).toBe("Byron");
  },
};

/** What does not overlap is merged, and said. */
export const Merged: Story = {
  async play({ canvas, loaded, userEvent }) {
    const name = await canvas.findByLabelText("First name");
    await userEvent.type(name, " Augusta");
    fakeIn(loaded).updateUser(ada, { phoneNumber: "+14155550123" });
    await userEvent.keyboard("{Enter}");
    await expect(
      await canvas.findByText("Saved, together with changes made elsewhere"),
    ).toBeVisible();
    await expect(canvas.getByLabelText("Phone number")).toHaveValue("+14155550123");
    await expect(fakeIn(loaded).users[0]?.firstName).toBe("Ada Augusta");
  },
};
