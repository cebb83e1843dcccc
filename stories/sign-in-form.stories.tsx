import { HelloJohnError, SignInForm } from "@hellojohn/react";
import { ada as adaUser, type Fake, makeUser } from "@hellojohn/react/testing";
import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, fn, waitFor } from "storybook/test";
import { ada, server } from "../.storybook/server.js";

const signedOut = (prepare: (fake: Fake) => void = () => {}, users = [adaUser]) =>
  server(
    (fake) => {
      prepare(fake);
      const { apiUrl, publishableKey, fetch } = fake;
      return { apiUrl, publishableKey, fetch };
    },
    { users },
  );

const meta = {
  component: SignInForm,
  args: { onSignedIn: fn() },
  parameters: signedOut(),
} satisfies Meta<typeof SignInForm>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Ready: Story = { tags: ["forced-colors"] };
export const Dark: Story = { globals: { theme: "dark" } };
export const RightToLeft: Story = { globals: { direction: "rtl" } };
export const Spanish: Story = { globals: { locale: "es" } };

export const OnAPhone: Story = { globals: { viewport: { value: "phone" } } };

export const Missing: Story = {
  async play({ canvas, userEvent }) {
    await userEvent.click(await canvas.findByRole("button", { name: "Sign in" }));
    await expect(canvas.getByLabelText("E-mail address")).toBeInvalid();
    await expect(canvas.getByLabelText("E-mail address")).toHaveFocus();
  },
};

export const SignedIn: Story = {
  async play({ args, canvas, userEvent }) {
    await userEvent.type(await canvas.findByLabelText("E-mail address"), ada);
    await userEvent.type(canvas.getByLabelText("Password"), "correct-horse-battery{Enter}");
    await waitFor(() => expect(args.onSignedIn).toHaveBeenCalledOnce());
  },
};

export const Refused: Story = {
  async play({ canvas, userEvent }) {
    await userEvent.type(await canvas.findByLabelText("E-mail address"), ada);
    await userEvent.type(canvas.getByLabelText("Password"), "guess{Enter}");
    await expect(await canvas.findByRole("alert")).toHaveTextContent(
      "E-mail or password is wrong.",
    );
    await expect(canvas.getByLabelText("E-mail address")).toHaveValue(ada);
    await expect(canvas.getByLabelText("Password")).toHaveValue("guess");
  },
};

export const Pending: Story = {
  parameters: signedOut((fake) => fake.fail("signIn", "hang")),
  async play({ canvas, userEvent }) {
    await userEvent.type(await canvas.findByLabelText("E-mail address"), ada);
    await userEvent.type(canvas.getByLabelText("Password"), "correct-horse-battery{Enter}");
    await expect(await canvas.findByText("One moment…")).toBeVisible();
  },
};

export const TooManyTries: Story = {
  parameters: signedOut((fake) =>
    fake.fail("signIn", new HelloJohnError("account_locked", "Locked")),
  ),
  async play({ canvas, userEvent }) {
    await userEvent.type(await canvas.findByLabelText("E-mail address"), ada);
    await userEvent.type(canvas.getByLabelText("Password"), "guess{Enter}");
    await expect(await canvas.findByRole("alert")).toHaveTextContent("locked");
  },
};

export const SecondFactor: Story = {
  parameters: signedOut(undefined, [makeUser({ email: ada, mfaEnrolled: true })]),
  async play({ canvas, userEvent }) {
    await userEvent.type(await canvas.findByLabelText("E-mail address"), ada);
    await userEvent.type(canvas.getByLabelText("Password"), "correct-horse-battery{Enter}");
    await expect(await canvas.findByLabelText("Six-digit code")).toHaveFocus();
  },
};

export const WrongCode: Story = {
  ...SecondFactor,
  async play(context) {
    const { canvas, userEvent } = context;
    await SecondFactor.play?.(context);
    await userEvent.type(canvas.getByLabelText("Six-digit code"), "000000{Enter}");
    await expect(await canvas.findByText("That code is wrong or no longer valid.")).toBeVisible();
  },
};

export const RightCode: Story = {
  ...SecondFactor,
  async play(context) {
    const { args, canvas, userEvent } = context;
    await SecondFactor.play?.(context);
    await userEvent.type(canvas.getByLabelText("Six-digit code"), "123456{Enter}");
    await waitFor(() => expect(args.onSignedIn).toHaveBeenCalledOnce());
  },
};
