import { ImpersonationProvider, ProfileForm, useImpersonation } from "@hellojohn/react";
import { useDialogs, UserDialogs, useUsers } from "@hellojohn/react/admin";
import type { Meta, StoryObj } from "@storybook/react-vite";
import { type ReactElement, useEffect } from "react";
import { expect, screen, waitFor, within } from "storybook/test";
import { ada, fakeIn, server } from "../.storybook/server.js";

interface AppProps {
  /** Of a grant that is there from the beginning; without it, it is asked for. */
  seconds?: number;
  token?: string;
}

function Begin({ seconds = 0, token = "" }: AppProps): ReactElement | null {
  const { start, active, ended } = useImpersonation();
  const { open } = useDialogs();
  const { data } = useUsers();
  const user = data?.data.find(({ id }) => id === "usr_ada");

  useEffect(() => {
    if (!user || !seconds || !token || active || ended) return;
    const expiresAt = new Date(Date.now() + seconds * 1000);
    start?.({ token, user, reason: "SUP-1234: cannot save her profile", expiresAt });
  }, [user, seconds, token, active, ended, start]);

  if (!user) return null;
  return (
    <p data-user={user.id}>
      <button type="button" onClick={() => open({ kind: "action", action: "impersonate", user })}>
        {user.name}
      </button>
    </p>
  );
}

function App(props: AppProps): ReactElement {
  return (
    <ImpersonationProvider reasonPattern={/^SUP-\d+/} reasonHint="Begin with a ticket, as SUP-12">
      <UserDialogs>
        <Begin {...props} />
      </UserDialogs>
      <ProfileForm />
    </ImpersonationProvider>
  );
}

const meta = {
  title: "Administrators/Acting for someone",
  component: App,
  parameters: server((fake) => fake.signedInAs("grace@example.com")),
  render: (props, { loaded }) => <App {...props} token={fakeIn(loaded).impersonating(ada).token} />,
  args: { seconds: 29 * 60 },
} satisfies Meta<typeof App>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Running: Story = {
  tags: ["forced-colors"],
  async play({ canvas }) {
    const banner = await canvas.findByRole("region", { name: "Acting for someone else" });
    await expect(banner).toHaveTextContent(/Acting as Ada Lovelace.*2\d:\d\d left/);
    await expect(await canvas.findByLabelText("E-mail address")).toHaveAccessibleDescription(
      "Can't be changed while acting for someone else",
    );
  },
};

export const Dark: Story = { globals: { theme: "dark" } };
export const RightToLeft: Story = { globals: { direction: "rtl" } };
export const Spanish: Story = { globals: { locale: "es" } };
export const OnAPhone: Story = { globals: { viewport: { value: "phone" } } };

export const LastMinute: Story = {
  args: { seconds: 50 },
  async play({ canvas }) {
    await expect(
      await canvas.findByText("Acting as Ada Lovelace: less than a minute left"),
    ).toBeInTheDocument();
  },
};

export const Expired: Story = {
  args: { seconds: 1 },
  async play({ canvas }) {
    await expect(
      await canvas.findByText("The time to act as Ada Lovelace is over.", {}, { timeout: 5000 }),
    ).toBeVisible();
    await expect(await canvas.findByLabelText("First name")).toHaveValue("Grace");
  },
};

export const Stopped: Story = {
  async play({ canvas, userEvent }) {
    await userEvent.click(await canvas.findByRole("button", { name: "Stop" }));
    await expect(await canvas.findByText(/no longer acting as Ada/)).toBeVisible();
    await waitFor(() => expect(canvas.getByRole("button", { name: /Ada/ })).toHaveFocus());
  },
};

export const Asking: Story = {
  args: { seconds: 0 },
  async play({ canvas, userEvent }) {
    await userEvent.click(await canvas.findByRole("button", { name: "Ada Lovelace" }));
    const shown = within(await screen.findByRole("dialog", {}, { timeout: 10_000 }));
    await userEvent.type(shown.getByLabelText("Reason"), "because{Enter}");
    await expect(shown.getByLabelText("Reason")).toBeInvalid();
    await userEvent.clear(shown.getByLabelText("Reason"));
    await userEvent.type(shown.getByLabelText("Reason"), "SUP-7{Enter}");
    await expect(await canvas.findByRole("timer")).toHaveTextContent(/left/);
  },
};
