import { HelloJohnError, SessionList } from "@hellojohn/react";
import type { Fake } from "@hellojohn/react/testing";
import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect } from "storybook/test";
import { ada, fakeIn, server } from "../.storybook/server.js";

const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000);

const onDevices = (prepare: (fake: Fake) => void = () => {}) =>
  server((fake) => {
    const safari = { device: "Safari on iPhone", ip: "198.51.100.4" };
    fake.startSession(ada, { ...safari, lastActiveAt: ago(3 * 24 * 60) });
    fake.startSession(ada, { ...safari, lastActiveAt: ago(50) });
    fake.startSession(ada, { device: "Firefox on Windows", lastActiveAt: ago(14) });
    prepare(fake);
    return fake.signedInAs(ada);
  });

const meta = {
  component: SessionList,
  parameters: onDevices(),
} satisfies Meta<typeof SessionList>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Ready: Story = {
  tags: ["forced-colors"],
  async play({ canvas }) {
    await expect(await canvas.findByText("This device")).toBeVisible();
    await expect(
      canvas.getByRole("button", { name: "Sign out Safari on iPhone (2)" }),
    ).toBeVisible();
  },
};

export const Dark: Story = { globals: { theme: "dark" } };
export const RightToLeft: Story = { globals: { direction: "rtl" } };

export const Spanish: Story = {
  globals: { locale: "es" },
  async play({ canvas }) {
    await expect(await canvas.findByText(/hace 14 minutos/)).toBeVisible();
  },
};

export const OnAPhone: Story = { globals: { viewport: { value: "phone" } } };

export const Asking: Story = {
  async play({ canvas, userEvent }) {
    await userEvent.click(
      await canvas.findByRole("button", { name: "Sign out Firefox on Windows" }),
    );
    const question = canvas.getByRole("group", { name: "Sign out Firefox on Windows?" });
    await expect(question).toBeVisible();
    await expect(canvas.getByRole("button", { name: "Sign out" })).toHaveFocus();
  },
};

export const Revoked: Story = {
  async play(context) {
    const { canvas, userEvent } = context;
    await Asking.play?.(context);
    await userEvent.click(canvas.getByRole("button", { name: "Sign out" }));
    await expect(await canvas.findByText("Firefox on Windows was signed out")).toBeVisible();
    await expect(canvas.queryByRole("button", { name: /Firefox/ })).toBeNull();
    await expect(canvas.getByRole("region", { name: "Devices" })).toHaveFocus();
  },
};

export const RevokedAll: Story = {
  async play({ canvas, userEvent }) {
    await userEvent.click(
      await canvas.findByRole("button", { name: "Sign out all other devices" }),
    );
    await userEvent.click(canvas.getByRole("button", { name: "Sign out" }));
    await expect(await canvas.findByText("All other devices were signed out")).toBeVisible();
    await expect(canvas.getAllByRole("listitem")).toHaveLength(1);
  },
};

export const Refused: Story = {
  parameters: onDevices((fake) =>
    fake.fail("revokeMySession", new HelloJohnError("rate_limit_exceeded", "Slow down")),
  ),
  async play(context) {
    const { canvas, userEvent } = context;
    await Asking.play?.(context);
    await userEvent.click(canvas.getByRole("button", { name: "Sign out" }));
    await expect(await canvas.findByRole("alert", {}, { timeout: 15_000 })).toBeVisible();
    await expect(canvas.getByText("Firefox on Windows")).toBeVisible();
  },
};

export const Empty: Story = {
  parameters: server(),
  async play({ canvas }) {
    await expect(await canvas.findByText(/on no other device/)).toBeVisible();
  },
};

export const Loading: Story = {
  parameters: onDevices((fake) => fake.fail("listMySessions", "hang")),
};

export const Failed: Story = {
  parameters: onDevices((fake) =>
    fake.fail("listMySessions", new HelloJohnError("insufficient_permissions", "Not for you")),
  ),
  async play({ canvas, loaded, userEvent }) {
    const retry = await canvas.findByRole("button", { name: "Try again" });
    fakeIn(loaded).recover();
    await userEvent.click(retry);
    await expect(await canvas.findByText("This device")).toBeVisible();
  },
};

export const ActingForSomeone: Story = {
  parameters: server((fake) => {
    fake.startSession(ada, { device: "Firefox on Windows", lastActiveAt: ago(14) });
    return fake.impersonating(ada);
  }),
  async play({ canvas }) {
    await expect(await canvas.findByText("Opened by support")).toBeVisible();
    await expect(canvas.queryByRole("button")).toBeNull();
  },
};
