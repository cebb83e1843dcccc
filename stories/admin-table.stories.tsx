import { AdminUserTable, HelloJohnError } from "@hellojohn/react";
import { ada, type Fake, grace, katherine, makeUser, makeUsers } from "@hellojohn/react/testing";
import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, waitFor } from "storybook/test";
import { fakeIn, server } from "../.storybook/server.js";

const people = [grace, ada, katherine, ...makeUsers(120)];

/** Before Grace, who is an administrator. */
const tenant = (prepare: (fake: Fake) => void = () => {}, users = people) =>
  server(
    (fake) => {
      prepare(fake);
      return fake.signedInAs(grace);
    },
    { users },
  );

const slow = { timeout: 15_000 };

const meta = {
  component: AdminUserTable,
  parameters: tenant(),
} satisfies Meta<typeof AdminUserTable>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Ready: Story = {
  tags: ["forced-colors"],
  async play({ canvas }) {
    await expect(await canvas.findByText("123 users")).toBeVisible();
    await expect(canvas.getAllByRole("rowheader")).toHaveLength(50);
  },
};

export const Dark: Story = { ...Ready, globals: { theme: "dark" } };
export const RightToLeft: Story = { ...Ready, globals: { direction: "rtl" } };
export const OnAPhone: Story = { ...Ready, globals: { viewport: { value: "phone" } } };

export const Spanish: Story = {
  globals: { locale: "es" },
  async play({ canvas }) {
    await expect(await canvas.findByText("123 usuarios")).toBeVisible();
    await expect(canvas.getByRole("columnheader", { name: "Último acceso" })).toBeVisible();
  },
};

const long = "Wolfeschlegelsteinhausenbergerdorff".repeat(3);

export const OddNames: Story = {
  parameters: tenant(undefined, [
    grace,
    makeUser({ firstName: long, lastName: long, email: `${"a".repeat(60)}@${"b".repeat(60)}.com` }),
    makeUser({ firstName: "\u202Eمريم", lastName: "العربية", email: "maryam@example.com" }),
    makeUser({ firstName: "<b>Bold</b>", lastName: "🦊", role: "title", disabled: true }),
    makeUser({ firstName: null, lastName: null, email: "nameless@example.com", password: "" }),
  ]),
  async play({ canvas }) {
    await expect(await canvas.findByText("<b>Bold</b> 🦊")).toBeVisible();
    for (const row of canvas.getAllByRole("row").slice(1))
      await expect(row.getBoundingClientRect().height).toBe(52);
  },
};

export const Masked: Story = {
  async play({ canvas, userEvent }) {
    await canvas.findByText("123 users");
    const hide = canvas.getByRole("button", { name: "Hide personal data" });
    await userEvent.click(hide);
    await expect(hide).toHaveAttribute("aria-pressed", "true");
    const show = await canvas.findByRole(
      "button",
      { name: "Show the address of Ada Lovelace" },
      slow,
    );
    await expect(document.body.textContent).not.toContain("ada@example.com");
    await userEvent.click(show);
    await expect(await canvas.findByText("ada@example.com")).toBeVisible();
  },
};

export const Choosing: Story = {
  async play({ canvas, userEvent }) {
    const box = await canvas.findByRole("checkbox", { name: "Select these users" });
    await canvas.findByText("123 users");
    const top = () => canvas.getByRole("table").getBoundingClientRect().top;
    const before = top();
    await userEvent.click(box);
    await expect(await canvas.findByText("50 selected", {}, slow)).toBeVisible();
    await expect(Math.abs(top() - before)).toBeLessThan(2);
    await userEvent.click(canvas.getByRole("button", { name: "Select all 123" }));
    await expect(await canvas.findByText("123 selected")).toBeVisible();
  },
};

export const Loading: Story = {
  parameters: tenant((fake) => fake.fail("listUsers", "hang")),
};

export const Nobody: Story = {
  args: { defaultQuery: { status: "pending" } },
  parameters: tenant(undefined, [grace]),
  async play({ canvas, userEvent }) {
    await expect(await canvas.findByText("No user matches.")).toBeVisible();
    await userEvent.click(canvas.getByRole("button", { name: "Clear filters" }));
    await expect(await canvas.findByText("1 user")).toBeVisible();
  },
};

export const Failed: Story = {
  parameters: tenant((fake) =>
    fake.fail("listUsers", new HelloJohnError("tenant_mismatch", "Not this one")),
  ),
  async play({ canvas, loaded, userEvent }) {
    const retry = await canvas.findByRole("button", { name: "Try again" }, slow);
    fakeIn(loaded).recover();
    await userEvent.click(retry);
    await expect(await canvas.findByText("123 users")).toBeVisible();
  },
};

export const Offline: Story = {
  async play({ canvas, loaded, userEvent }) {
    await canvas.findByText("123 users");
    fakeIn(loaded).fail("listUsers", "offline");
    await userEvent.click(canvas.getByRole("button", { name: "Next" }));
    await expect(await canvas.findByText(/You seem to be offline/, {}, slow)).toBeVisible();
    await expect(canvas.getAllByRole("rowheader")).toHaveLength(50);
  },
};

export const Waiting: Story = {
  async play({ canvas, loaded, userEvent }) {
    await canvas.findByText("123 users");
    fakeIn(loaded).fail("listUsers", "hang");
    await userEvent.click(canvas.getByRole("button", { name: "Next" }));
    await waitFor(() => expect(canvas.getByRole("table")).toHaveAttribute("aria-busy", "true"));
    await expect(canvas.getAllByRole("rowheader")).toHaveLength(50);
  },
};

export const Refused: Story = {
  parameters: server((fake) => fake.signedInAs(katherine)),
  async play({ canvas }) {
    await expect(await canvas.findByText(/You have no permission to see users/)).toBeVisible();
    await expect(canvas.queryByRole("table")).toBeNull();
  },
};

export const SignedOut: Story = {
  parameters: server(({ apiUrl, publishableKey, fetch }) => ({ apiUrl, publishableKey, fetch })),
  async play({ canvas }) {
    await expect(await canvas.findByText("Sign in to see this.")).toBeVisible();
  },
};
