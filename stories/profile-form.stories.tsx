import { HelloJohnError, ProfileAvatar, ProfileField, ProfileForm } from "@hellojohn/react";
import { ProfileActions } from "@hellojohn/react";
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
  component: ProfileForm,
  args: { onSaved: fn() },
} satisfies Meta<typeof ProfileForm>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Ready: Story = {
  tags: ["forced-colors"],
  async play({ canvas }) {
    await expect(await canvas.findByLabelText("First name")).toHaveValue("Ada");
    await expect(canvas.getByLabelText("Role")).toHaveAccessibleDescription(
      "Only an administrator can change this",
    );
  },
};

export const Dark: Story = { globals: { theme: "dark" } };

export const RightToLeft: Story = { globals: { direction: "rtl" } };

export const Spanish: Story = {
  globals: { locale: "es" },
  async play({ canvas }) {
    await expect(await canvas.findByLabelText("Teléfono")).toBeVisible();
  },
};

export const OnAPhone: Story = { globals: { viewport: { value: "phone" } } };

export const Loading: Story = {
  parameters: signedIn((fake) => fake.fail("getMe", "hang")),
  async play({ canvas }) {
    await expect(await canvas.findByText("Loading…")).toBeInTheDocument();
  },
};

export const SignedOut: Story = {
  parameters: server(({ apiUrl, publishableKey, fetch }) => ({ apiUrl, publishableKey, fetch })),
  async play({ canvas }) {
    await expect(await canvas.findByText("Sign in to see this.")).toBeVisible();
  },
};

export const Failed: Story = {
  parameters: signedIn((fake) =>
    fake.fail("getMe", new HelloJohnError("insufficient_permissions", "Not for you")),
  ),
  async play({ canvas, loaded, userEvent }) {
    const retry = await canvas.findByRole("button", { name: "Try again" });
    await expect(canvas.getByRole("alert")).toHaveTextContent("Something went wrong");
    fakeIn(loaded).recover();
    await userEvent.click(retry);
    await expect(await canvas.findByLabelText("First name")).toHaveValue("Ada");
  },
};

export const Saved: Story = {
  async play({ args, canvas, loaded, userEvent }) {
    await userEvent.type(await canvas.findByLabelText("Last name"), ", Countess{Enter}");
    await expect(await canvas.findByText("Saved")).toBeVisible();
    await expect(args.onSaved).toHaveBeenCalledOnce();
    await expect(fakeIn(loaded).users[0]?.lastName).toBe("Lovelace, Countess");
  },
};

export const NothingToSave: Story = {
  async play({ canvas, userEvent }) {
    await userEvent.click(await canvas.findByRole("button", { name: "Save" }));
    await expect(await canvas.findByText("Nothing to save")).toBeVisible();
  },
};

export const Saving: Story = {
  parameters: signedIn((fake) => fake.fail("updateMe", "hang")),
  async play({ canvas, userEvent }) {
    await userEvent.type(await canvas.findByLabelText("First name"), " Augusta{Enter}");
    await expect(await canvas.findByText("One moment…")).toBeVisible();
  },
};

export const Invalid: Story = {
  async play({ canvas, loaded, userEvent }) {
    const phone = await canvas.findByLabelText("Phone number");
    await userEvent.clear(phone);
    await userEvent.type(phone, "12 34{Enter}");
    await expect(await canvas.findByText("Start with + and the country code.")).toBeVisible();
    await expect(canvas.getByRole("alert")).toHaveTextContent("Phone number");
    await expect(phone).toHaveFocus();
    await expect(fakeIn(loaded).requests.map(({ endpoint }) => endpoint)).not.toContain("updateMe");
  },
};

export const Refused: Story = {
  async play({ canvas, userEvent }) {
    const email = await canvas.findByLabelText("E-mail address");
    await userEvent.clear(email);
    await userEvent.type(email, "grace@example.com{Enter}");
    await expect(await canvas.findByText("This address is already in use.")).toBeVisible();
    await expect(email).toHaveValue("grace@example.com");
    await expect(email).toBeInvalid();
  },
};

export const Offline: Story = {
  parameters: signedIn((fake) => fake.fail("updateMe", "offline")),
  async play({ canvas, userEvent }) {
    const name = await canvas.findByLabelText("First name");
    await userEvent.type(name, "!{Enter}");
    await expect(await canvas.findByRole("alert", {}, { timeout: 10_000 })).toHaveTextContent(
      "offline",
    );
    await expect(name).toHaveValue("Ada!");
  },
};

export const ActingForSomeone: Story = {
  parameters: server((fake) => fake.impersonating(ada)),
  async play({ canvas }) {
    await expect(await canvas.findByLabelText("E-mail address")).toHaveAccessibleDescription(
      "Can't be changed while acting for someone else",
    );
  },
};

export const Arranged: Story = {
  args: {
    children: (
      <>
        <ProfileAvatar />
        <ProfileField name="name" label="What should we call you?" />
        <ProfileActions />
      </>
    ),
  },
};
