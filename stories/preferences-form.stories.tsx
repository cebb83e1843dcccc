import { PreferencesForm } from "@hellojohn/react";
import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, fn } from "storybook/test";
import { ada, fakeIn, server } from "../.storybook/server.js";

const meta = {
  component: PreferencesForm,
  args: {
    onSaved: fn(),
    fields: [
      {
        key: "theme",
        label: "Theme",
        type: "select",
        options: [
          { value: "", label: "As the system" },
          { value: "light", label: "Light" },
          { value: "dark", label: "Dark" },
        ],
      },
      {
        key: "notifications",
        label: "Notify me by e-mail",
        type: "boolean",
        hint: "At most once a day",
      },
      { key: "language", label: "Language", type: "text" },
      { key: "plan", label: "Plan", type: "text" },
    ],
  },
} satisfies Meta<typeof PreferencesForm>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Ready: Story = {
  tags: ["forced-colors"],
  async play({ canvas }) {
    await expect(await canvas.findByLabelText("Plan")).toHaveAccessibleDescription(
      "Your organization manages this",
    );
  },
};

export const Dark: Story = { globals: { theme: "dark" } };
export const RightToLeft: Story = { globals: { direction: "rtl" } };
export const Spanish: Story = { globals: { locale: "es" } };

export const Loading: Story = {
  parameters: server((fake) => {
    fake.fail("getMe", "hang");
    return fake.signedInAs(ada);
  }),
};

export const Saved: Story = {
  async play({ canvas, loaded, userEvent }) {
    await userEvent.selectOptions(await canvas.findByLabelText("Theme"), "Dark");
    await userEvent.click(canvas.getByRole("switch", { name: "Notify me by e-mail" }));
    await userEvent.click(canvas.getByRole("button", { name: "Save" }));
    await expect(await canvas.findByText("Saved")).toBeVisible();
    await expect(fakeIn(loaded).users[0]?.publicMetadata).toEqual({
      theme: "dark",
      notifications: true,
    });
  },
};

export const Conflict: Story = {
  async play({ canvas, loaded, userEvent }) {
    await userEvent.selectOptions(await canvas.findByLabelText("Theme"), "Dark");
    fakeIn(loaded).updateUser(ada, { publicMetadata: { theme: "light" } });
    await userEvent.click(canvas.getByRole("button", { name: "Save" }));
    await expect(
      await canvas.findByRole("group", { name: "Theme was changed elsewhere meanwhile" }),
    ).toHaveTextContent(/Dark.*Light.*As the system/);
  },
};

export const NothingMayBeSet: Story = {
  parameters: server(undefined, { config: {} }),
  async play({ canvas }) {
    await expect(await canvas.findByLabelText("Theme")).toBeDisabled();
    await expect(canvas.queryByRole("button", { name: "Save" })).toBeNull();
  },
};
