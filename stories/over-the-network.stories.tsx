import { ProfileForm } from "@hellojohn/react";
import { createFake } from "@hellojohn/react/testing";
import { handlers } from "@hellojohn/react/testing/msw";
import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect } from "storybook/test";
import { ada } from "../.storybook/server.js";

const fake = createFake();
const { fetch: _inMemory, ...connection } = fake.signedInAs(ada);

const meta = {
  title: "ProfileForm/Over the network",
  component: ProfileForm,
  parameters: {
    server: () => ({ fake, connection }),
    msw: handlers(fake),
  },
} satisfies Meta<typeof ProfileForm>;

export default meta;
type Story = StoryObj<typeof meta>;

/** The same fake behind a service worker, as an app's own stories would have it. */
export const ServiceWorker: Story = {
  async play({ canvas, userEvent }) {
    const name = await canvas.findByLabelText("First name");
    await userEvent.type(name, "h{Enter}");
    await expect(await canvas.findByText("Saved")).toBeVisible();
    await expect(fake.users[0]?.firstName).toMatch(/h$/);
  },
};
