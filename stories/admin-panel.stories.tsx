import { HelloJohnError } from "@hellojohn/react";
import type { Fake } from "@hellojohn/react/testing";
import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, screen, within } from "storybook/test";
import { ada, fakeIn, server } from "../.storybook/server.js";
import { OpenDialog } from "./admin-dialog.js";

const before = (prepare: (fake: Fake) => void = () => {}) =>
  server((fake) => {
    fake.startSession(ada, { device: "Firefox on Windows" });
    fake.startSession(ada, { device: "Safari on iPhone", ip: "198.51.100.4" });
    const publicMetadata = { plan: "pro", theme: "dark" };
    fake.updateUser(ada, { publicMetadata, privateMetadata: { crm: { id: "8812" } } });
    prepare(fake);
    return fake.signedInAs("grace@example.com");
  });

const meta = {
  title: "Administrators/Panel",
  component: OpenDialog,
  parameters: before(),
  args: { email: ada, action: "panel" },
} satisfies Meta<typeof OpenDialog>;

export default meta;
type Story = StoryObj<typeof meta>;
type Play = NonNullable<Story["play"]>;

const panel = async () => within(await screen.findByRole("dialog", {}, { timeout: 10_000 }));

const tab =
  (name: string, text?: RegExp | string): Play =>
  async ({ userEvent }) => {
    const shown = await panel();
    await userEvent.click(await shown.findByRole("tab", { name }));
    await expect(shown.getByRole("tabpanel", { name })).toBeVisible();
    if (text) await expect((await shown.findAllByText(text))[0]).toBeVisible();
  };

export const Profile: Story = {
  tags: ["forced-colors"],
  async play() {
    await expect(await (await panel()).findByLabelText("First name")).toHaveValue("Ada");
  },
};

export const Dark: Story = { globals: { theme: "dark" } };
export const RightToLeft: Story = { globals: { direction: "rtl" } };
export const Spanish: Story = {
  globals: { locale: "es" },
  async play() {
    await expect(await (await panel()).findByRole("tab", { name: "Metadatos" })).toBeVisible();
  },
};
export const OnAPhone: Story = { globals: { viewport: { value: "phone" } } };

export const Metadata: Story = { play: tab("Metadata", "Public metadata") };
export const MetadataDark: Story = { ...Metadata, globals: { theme: "dark" } };
export const MetadataConflict: Story = {
  async play(context) {
    const { loaded, userEvent } = context;
    await tab("Metadata")(context);
    const shown = await panel();
    const area = await shown.findByLabelText("Public metadata");
    await userEvent.clear(area);
    await userEvent.type(area, `{{ "plan": "mine" }`);
    fakeIn(loaded).updateUser(ada, { publicMetadata: { plan: "theirs" } });
    await userEvent.click(shown.getByRole("button", { name: "Save" }));
    await expect(await shown.findByRole("group", { name: /was changed elsewhere/ })).toBeVisible();
  },
};

export const Sessions: Story = { play: tab("Sessions", "Safari on iPhone") };
export const SessionsOnAPhone: Story = { ...Sessions, globals: { viewport: { value: "phone" } } };
export const NoSessions: Story = {
  args: { email: "katherine@example.com" },
  play: tab("Sessions", "None"),
};
export const SessionsLoading: Story = {
  parameters: before((fake) => fake.fail("listUserSessions", "hang")),
  play: tab("Sessions", "Loading…"),
};
export const SessionsFailed: Story = {
  parameters: before((fake) =>
    fake.fail("listUserSessions", new HelloJohnError("insufficient_permissions", "No")),
  ),
  async play(context) {
    await tab("Sessions")(context);
    const retry = await (await panel()).findByRole("button", { name: "Try again" });
    fakeIn(context.loaded).recover();
    await context.userEvent.click(retry);
    await expect(await (await panel()).findByText("Safari on iPhone")).toBeVisible();
  },
};

export const NoFactors: Story = { play: tab("Factors", "None") };
export const Organizations: Story = { play: tab("Organizations", /^Signs in with/) };
export const History: Story = { play: tab("History", "user.updated") };
export const HistoryRightToLeft: Story = { ...History, globals: { direction: "rtl" } };

export const Masked: Story = {
  args: { masked: true },
  async play() {
    const shown = await panel();
    await expect(await shown.findByRole("button", { name: "Show personal data" })).toBeVisible();
    await expect(shown.queryByText("ada@example.com")).toBeNull();
  },
};

export const OfTheLastAdministrator: Story = {
  args: { email: "grace@example.com" },
  async play({ userEvent }) {
    const shown = await panel();
    await userEvent.click(await shown.findByRole("button", { name: "Actions" }));
    const disable = await shown.findByRole("menuitem", { name: /^Disable/ });
    await expect(disable).toHaveAccessibleDescription("Nobody else could administer the tenant.");
  },
};

export const Actions: Story = {
  async play({ userEvent }) {
    const shown = await panel();
    await userEvent.click(await shown.findByRole("button", { name: "Actions" }));
    await expect(await shown.findByRole("menuitem", { name: "Disable" })).toBeVisible();
  },
};

/** Escape ends the menu, and not the panel under it. */
export const ActionsClosed: Story = {
  async play(context) {
    await Actions.play?.(context);
    await context.userEvent.keyboard("{Escape}");
    const shown = await panel();
    await expect(shown.queryByRole("menu")).toBeNull();
    await expect(shown.getByRole("button", { name: "Actions" })).toHaveFocus();
  },
};

export const Loading: Story = {
  parameters: before((fake) => fake.fail("getUser", "hang")),
  async play() {
    await expect(await (await panel()).findByText("Loading…")).toBeInTheDocument();
  },
};

export const Gone: Story = {
  parameters: before((fake) => fake.fail("getUser", new HelloJohnError("user_not_found", "No"))),
  async play() {
    await expect(await (await panel()).findByText(/no longer exists/)).toBeVisible();
  },
};
