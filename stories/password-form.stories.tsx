import { PasswordForm } from "@hellojohn/react";
import type { Fake } from "@hellojohn/react/testing";
import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, fn } from "storybook/test";
import { ada, fakeIn, server } from "../.storybook/server.js";

const signedIn = (prepare: (fake: Fake) => void) =>
  server((fake) => {
    prepare(fake);
    return fake.signedInAs(ada);
  });

const meta = {
  component: PasswordForm,
  args: { onChanged: fn() },
} satisfies Meta<typeof PasswordForm>;

export default meta;
type Story = StoryObj<typeof meta>;

const strict = {
  passwordPolicy: {
    minLength: 12,
    requireUppercase: true,
    requireNumbers: true,
    requireSymbols: true,
  },
};

export const Ready: Story = {
  tags: ["forced-colors"],
  async play({ canvas }) {
    await expect(await canvas.findByLabelText("New password")).toHaveAccessibleDescription(
      "At least 8 characters",
    );
  },
};

export const Dark: Story = { globals: { theme: "dark" } };
export const RightToLeft: Story = { globals: { direction: "rtl" } };
export const Spanish: Story = { globals: { locale: "es" } };
export const Loading: Story = { parameters: signedIn((fake) => fake.fail("getMe", "hang")) };

export const OnAPhone: Story = { globals: { viewport: { value: "phone" } } };

export const StrictPolicy: Story = {
  parameters: signedIn((fake) => fake.updateConfig(strict)),
  async play({ canvas, userEvent }) {
    await userEvent.type(await canvas.findByLabelText("New password"), "Correct-horse");
    await expect(canvas.getByText("A capital letter")).toHaveTextContent("done");
    await expect(canvas.getByText("A digit")).not.toHaveTextContent("done");
  },
};

export const Weak: Story = {
  async play({ canvas, loaded, userEvent }) {
    await userEvent.type(await canvas.findByLabelText("Current password"), "correct-horse-battery");
    await userEvent.type(canvas.getByLabelText("New password"), "short{Enter}");
    await expect(await canvas.findByText("Choose one that follows the rules.")).toBeVisible();
    await expect(canvas.getByLabelText("New password")).toHaveFocus();
    await expect(canvas.getByLabelText("New password")).toHaveValue("short");
    await expect(fakeIn(loaded).requests.map(({ endpoint }) => endpoint)).not.toContain(
      "changePassword",
    );
  },
};

export const WrongPassword: Story = {
  async play({ canvas, userEvent }) {
    await userEvent.type(await canvas.findByLabelText("Current password"), "guess");
    await userEvent.type(canvas.getByLabelText("New password"), "a-better-horse-battery{Enter}");
    await expect(await canvas.findByText("That is not your current password.")).toBeVisible();
    await expect(canvas.getByLabelText("Current password")).toHaveFocus();
    await expect(canvas.getByLabelText("New password")).toHaveValue("a-better-horse-battery");
  },
};

export const Changed: Story = {
  parameters: signedIn((fake) => {
    fake.startSession(ada, { device: "Safari on iPhone" });
    fake.startSession(ada, { device: "Firefox on Windows" });
  }),
  async play({ args, canvas, userEvent }) {
    await userEvent.type(await canvas.findByLabelText("Current password"), "correct-horse-battery");
    await userEvent.click(canvas.getByRole("button", { name: "Show passwords" }));
    await userEvent.type(canvas.getByLabelText("New password"), "a-better-horse-battery{Enter}");
    await expect(
      await canvas.findByText("Password changed. Other devices signed out: 2."),
    ).toBeVisible();
    await expect(canvas.getByLabelText("New password")).toHaveValue("");
    await expect(args.onChanged).toHaveBeenCalledWith(2);
  },
};

export const Offline: Story = {
  parameters: signedIn((fake) => fake.fail("changePassword", "offline")),
  async play({ canvas, userEvent }) {
    await userEvent.type(await canvas.findByLabelText("Current password"), "correct-horse-battery");
    await userEvent.type(canvas.getByLabelText("New password"), "a-better-horse-battery{Enter}");
    await expect(await canvas.findByRole("alert", {}, { timeout: 10_000 })).toHaveTextContent(
      "offline",
    );
  },
};

export const ActingForSomeone: Story = {
  parameters: server((fake) => fake.impersonating(ada)),
  async play({ canvas }) {
    await expect(await canvas.findByLabelText("New password")).toHaveAttribute("readonly");
  },
};
