import { HelloJohnError } from "@hellojohn/react";
import { BulkBar } from "@hellojohn/react/admin";
import { type Fake, grace, makeUser } from "@hellojohn/react/testing";
import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, fn, screen, within } from "storybook/test";
import { fakeIn, server } from "../.storybook/server.js";

const names = ["Ada Lovelace", "Katherine Johnson", "Annie Easley", "Hedy Lamarr", "Mary Jackson"];

const users = [
  grace,
  ...Array.from({ length: 240 }, (_, at) =>
    makeUser({
      id: `usr_${at}`,
      email: `person${at}@example.com`,
      name: names[at] ?? `Person ${at}`,
      disabled: at % 20 === 19,
    }),
  ),
];

/** Grace looks at a crowd. */
const crowd = (prepare: (fake: Fake) => void = () => {}) =>
  server(
    (fake) => {
      prepare(fake);
      return fake.signedInAs(grace);
    },
    { users },
  );

/** Grace where she may do no more than this, as a gateway would say. */
const allowed = (...operations: string[]) =>
  server(
    (fake) => {
      const connection = fake.signedInAs(grace);
      const fetchLess: typeof fetch = async (input, init) => {
        const answer = await connection.fetch(input, init);
        if (!String(input).endsWith("/permissions")) return answer;
        return Response.json({ ...(await answer.json()), operations });
      };
      return { ...connection, fetch: fetchLess };
    },
    { users },
  );

const everyone = { type: "exclude", ids: new Set<string>() } as const;
const few = { type: "include", ids: new Set(["usr_0", "usr_1", "usr_19"]) } as const;

const meta = {
  component: BulkBar,
  args: { selection: everyone, query: {}, total: users.length, onClear: fn() },
  parameters: crowd(),
} satisfies Meta<typeof BulkBar>;

export default meta;
type Story = StoryObj<typeof meta>;

const ready = async () => within(await screen.findByRole("dialog"));

export const Ready: Story = {
  async play({ canvas }) {
    await expect(await canvas.findByText("241 selected")).toBeVisible();
  },
};

export const AFew: Story = {
  args: { selection: few },
  async play({ canvas }) {
    await expect(await canvas.findByText("3 selected")).toBeVisible();
  },
};

export const Dark: Story = { globals: { theme: "dark" } };
export const RightToLeft: Story = { globals: { direction: "rtl" } };
export const OnAPhone: Story = { globals: { viewport: { value: "phone" } } };

export const Spanish: Story = {
  globals: { locale: "es" },
  async play({ canvas }) {
    await expect(await canvas.findByText("241 seleccionados")).toBeVisible();
  },
};

export const NotAllAllowed: Story = {
  tags: ["forced-colors"],
  parameters: allowed("sendPasswordReset", "revokeUserSessions", "exportFoundUsers", "disableUser"),
  async play({ canvas, userEvent }) {
    const why = "Change role, Enable, Delete: You have no permission for this.";
    await expect(await canvas.findByText(why)).toBeVisible();
    const remove = canvas.getByRole("button", { name: "Delete" });
    await expect(remove).toHaveAttribute("aria-disabled", "true");
    await expect(remove).toHaveAccessibleDescription(why);
    await expect(canvas.getByRole("button", { name: "Disable" })).not.toHaveAccessibleDescription();
    await userEvent.click(remove);
    await expect(screen.queryByRole("dialog")).toBeNull();
  },
};

export const Previewed: Story = {
  tags: ["forced-colors"],
  async play({ canvas, userEvent }) {
    await userEvent.click(await canvas.findByRole("button", { name: "Disable" }));
    const dialog = await ready();
    await expect(await dialog.findByText("Disable: 228")).toBeVisible();
    await expect(dialog.getByText("Left out: 12. This account is disabled already.")).toBeVisible();
    await expect(dialog.getByText(/^Left out: 1. Not for your own/)).toBeVisible();
  },
};

export const PreviewedInTheDark: Story = { ...Previewed, globals: { theme: "dark" } };
export const PreviewedOnAPhone: Story = {
  ...Previewed,
  globals: { viewport: { value: "phone" } },
};

export const ByKeyboardAlone: Story = {
  args: { selection: few },
  async play({ canvas, userEvent }) {
    const button = await canvas.findByRole("button", { name: "Send password reset" });
    button.focus();
    await userEvent.keyboard("{Enter}");
    const dialog = await ready();
    await expect(await dialog.findByText("Send password reset: 2")).toBeVisible();
    dialog.getByRole("button", { name: "Send password reset (2)" }).focus();
    await userEvent.keyboard("{Enter}");
    await expect(await canvas.findByText("Done: 2", { selector: "li" })).toBeVisible();
    await expect(screen.queryByRole("dialog")).toBeNull();
    (await canvas.findByRole("button", { name: "Clear" })).focus();
    await userEvent.keyboard("{Enter}");
    await expect(canvas.queryByText("Done: 2", { selector: "li" })).toBeNull();
  },
};

export const Running: Story = {
  parameters: crowd((fake) => fake.delay(150)),
  async play({ canvas, userEvent }) {
    await userEvent.click(await canvas.findByRole("button", { name: "Sign out everywhere" }));
    const dialog = await ready();
    await userEvent.type(await dialog.findByLabelText("Type 240 to confirm"), "240");
    await userEvent.click(dialog.getByRole("button", { name: /^Sign out everywhere/ }));
    await expect(await canvas.findByRole("progressbar")).toBeVisible();
    await expect(await canvas.findByText(/^Done: [1-9]/, { selector: "li" })).toBeVisible();
    await expect(await canvas.findByText(/^Sign out everywhere: \d+ \/ 240$/)).toBeVisible();
    await expect(canvas.queryByRole("button", { name: "Disable" })).toBeNull();
  },
};

export const Stopped: Story = {
  ...Running,
  async play(context) {
    await Running.play?.(context);
    await context.userEvent.click(screen.getByRole("button", { name: "Stop" }));
    await expect(await screen.findByRole("button", { name: "Report" })).toBeVisible();
    await expect(screen.getByText(/^Not tried: /, { selector: "li" })).toBeVisible();
  },
};

export const WithoutClearAnswers: Story = {
  parameters: crowd((fake) =>
    fake.fail("bulkDisable", new HelloJohnError("service_unavailable", "Busy")),
  ),
  async play(context) {
    await Previewed.play?.(context);
    const { userEvent, canvas, loaded } = context;
    const dialog = await ready();
    await userEvent.type(dialog.getByLabelText("Type 228 to confirm"), "228");
    await userEvent.click(dialog.getByRole("button", { name: "Disable (228)" }));
    const goOn = await canvas.findByRole("button", { name: "Go on (228)" }, { timeout: 8_000 });
    fakeIn(loaded).recover();
    await userEvent.click(goOn);
    await expect(await canvas.findByText("Done: 228", { selector: "li" })).toBeVisible();
  },
};

export const SignedOutMeanwhile: Story = {
  parameters: crowd((fake) =>
    fake.fail("revokeUserSessions", new HelloJohnError("token_expired", "Over"), {
      when: ({ params }) => Number(params["id"]?.slice(4)) > 20,
    }),
  ),
  async play({ canvas, userEvent, loaded }) {
    await userEvent.click(await canvas.findByRole("button", { name: "Sign out everywhere" }));
    const dialog = await ready();
    await userEvent.type(await dialog.findByLabelText("Type 240 to confirm"), "240");
    await userEvent.click(dialog.getByRole("button", { name: /^Sign out everywhere/ }));
    const goOn = await canvas.findByRole("button", { name: /^Go on/ }, { timeout: 15_000 });
    fakeIn(loaded).recover();
    await userEvent.click(goOn);
    await expect(
      await canvas.findByText("Done: 240", { selector: "li" }, { timeout: 15_000 }),
    ).toBeVisible();
  },
};

export const NotPermitted: Story = {
  parameters: crowd((fake) =>
    fake.fail("exportFoundUsers", new HelloJohnError("insufficient_permissions", "No")),
  ),
  async play({ canvas, userEvent }) {
    await userEvent.click(await canvas.findByRole("button", { name: "Enable" }));
    await expect(await (await ready()).findByRole("button", { name: "Try again" })).toBeVisible();
  },
};
