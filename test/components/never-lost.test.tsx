import { HelloJohnError, ProfileForm } from "@hellojohn/react";
import { ada } from "@hellojohn/react/testing";
import { screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { fakeServer, renderFor } from "./render.js";

/** A small generator, so that a failure can be repeated by its seed. */
function randomOf(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return Math.floor((state / 2 ** 31) * below);
  };
}

const text = "Augusta Ada King-Noel, Countess of Lovelace";

test.each([1, 2, 3, 4, 5, 6])(
  "no character is lost, whatever happens while typing (%i)",
  async (seed) => {
    const random = randomOf(seed);
    const fake = fakeServer();
    const { user, cache, show } = renderFor(fake, <ProfileForm />);
    let phone = 0;
    const events: (() => unknown)[] = [
      () => cache.refetchQueries(),
      () => void cache.invalidateQueries(),
      () => fake.updateUser(ada, { phoneNumber: `+4420794600${10 + (phone += 1)}` }),
      () => fake.advance(16 * 60_000),
      () => fake.fail("getMe", "offline", { times: 1 }),
      () => fake.fail("updateMe", new HelloJohnError("service_unavailable", "Busy"), { times: 1 }),
      () => user.keyboard("{Enter}"),
      async () => {
        show(null);
        show(<ProfileForm />);
        (await screen.findByLabelText("First name")).focus();
      },
    ];
    await user.clear(await screen.findByLabelText("First name"));

    for (const character of text) {
      await user.keyboard(character);
      const event = random(3) === 0 ? events[random(events.length)] : undefined;
      await event?.();
    }

    expect(screen.getByLabelText("First name")).toHaveValue(text);
    fake.recover();
    await waitFor(
      async () => {
        await user.click(screen.getByRole("button", { name: "Save" }));
        expect(fake.users[0]?.firstName).toBe(text);
      },
      { timeout: 15_000, interval: 200 },
    );
  },
);
