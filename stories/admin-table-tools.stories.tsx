import { AdminUserTable } from "@hellojohn/react";
import { ada, grace, makeUsers } from "@hellojohn/react/testing";
import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, waitFor, within } from "storybook/test";
import { server } from "../.storybook/server.js";

const slow = { timeout: 15_000 };
const tenant = (count: number) =>
  server((fake) => fake.signedInAs(grace), { users: [grace, ada, ...makeUsers(count)] });

const meta = {
  component: AdminUserTable,
  parameters: tenant(60),
} satisfies Meta<typeof AdminUserTable>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Menu: Story = {
  tags: ["forced-colors"],
  async play({ canvas, userEvent }) {
    const button = await canvas.findByRole("button", { name: "Actions for Ada Lovelace" });
    await userEvent.click(button);
    const menu = await canvas.findByRole("menu", { name: "Actions for Ada Lovelace" }, slow);
    await expect(within(menu).getByRole("menuitem", { name: /^Edit/ })).toHaveFocus();
    await expect(button).toHaveAttribute("aria-expanded", "true");
    await userEvent.keyboard("{ArrowUp}");
    await expect(within(menu).getByRole("menuitem", { name: /^Delete/ })).toHaveFocus();
  },
};

export const MenuClosed: Story = {
  async play(context) {
    const { canvas, userEvent } = context;
    await Menu.play?.(context);
    await userEvent.keyboard("{Escape}");
    await expect(canvas.queryByRole("menu")).toBeNull();
    await expect(canvas.getByRole("button", { name: "Actions for Ada Lovelace" })).toHaveFocus();
  },
};

export const MenuInTheDark: Story = { ...Menu, globals: { theme: "dark" } };
export const MenuRightToLeft: Story = { ...Menu, globals: { direction: "rtl" } };

export const Filters: Story = {
  async play({ canvas, userEvent }) {
    await canvas.findByText("62 users");
    await userEvent.click(canvas.getByRole("button", { name: "Filters" }));
    await userEvent.selectOptions(await canvas.findByLabelText("Role", {}, slow), "Administrator");
    await waitFor(() => expect(canvas.getByRole("button", { name: "Filters (1)" })).toBeVisible());
    await expect(await canvas.findByRole("rowheader", { name: /Grace Hopper/ })).toBeVisible();
  },
};

export const FiltersOnAPhone: Story = { ...Filters, globals: { viewport: { value: "phone" } } };

export const View: Story = {
  args: { storageKey: "story.users" },
  async play({ canvas, userEvent }) {
    localStorage.removeItem("story.users");
    await canvas.findByText("62 users");
    await userEvent.click(canvas.getByRole("button", { name: "View" }));
    await userEvent.click(await canvas.findByRole("checkbox", { name: "MFA" }, slow));
    await expect(canvas.queryByRole("columnheader", { name: "MFA" })).toBeNull();
    await userEvent.type(canvas.getByLabelText("Name of the view"), "Without MFA{Enter}");
    await expect(canvas.getByRole("button", { name: "Without MFA" })).toBeVisible();
    localStorage.removeItem("story.users");
  },
};

export const ViewOnAPhone: Story = { ...View, globals: { viewport: { value: "phone" } } };
export const ViewInSpanish: Story = {
  globals: { locale: "es" },
  async play({ canvas, userEvent }) {
    await canvas.findByText("62 usuarios");
    await userEvent.click(canvas.getByRole("button", { name: "Vista" }));
    await expect(await canvas.findByRole("checkbox", { name: "Estado" }, slow)).toBeVisible();
  },
};

/** Ten thousand users in a list that grows while it is scrolled. */
export const Crowd: Story = {
  args: { mode: "scroll" },
  parameters: tenant(10_000),
  async play({ canvas, userEvent }) {
    await expect(await canvas.findByText("about 10,000 users", {}, slow)).toBeVisible();
    const scroller = canvas.getByRole("table").parentElement as HTMLElement;
    const name = canvas.getAllByRole("rowheader")[1]?.querySelector("button");
    name?.focus();
    for (let page = 1; page < 6; page += 1) {
      const { scrollHeight } = scroller;
      scroller.scrollTop = scrollHeight;
      await waitFor(() => expect(scroller.scrollHeight).toBeGreaterThan(scrollHeight), slow);
    }
    await expect(canvas.getAllByRole("row").length).toBeLessThan(60);
    await expect(name).toHaveFocus();
    await userEvent.keyboard("{End}");
    await waitFor(() => expect(scroller).toContainElement(document.activeElement as HTMLElement));
    await expect(scroller.scrollTop).toBeGreaterThan(5000);
  },
};
