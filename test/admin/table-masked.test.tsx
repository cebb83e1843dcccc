import { HelloJohnError } from "@hellojohn/react";
import { createFake, type Fake } from "@hellojohn/react/testing";
import { act, screen, waitFor, within } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { queriesOf, search, showTable } from "./table-stage.js";

const revealsOf = (fake: Fake) =>
  fake.requests.filter(({ endpoint }) => endpoint === "revealUser").length;

/** Everything a person or a script could read from the page. */
const pageText = () => document.body.innerHTML;

async function maskedTable(fake = createFake()) {
  const page = showTable(fake);
  await screen.findByText("ada@example.com");
  await page.user.click(screen.getByRole("button", { name: "Hide personal data" }));
  await screen.findAllByText(/a•••@e•••\.com/);
  return { ...page, fake };
}

test("with personal data hidden the page holds no address, from the moment it is asked for", async () => {
  const fake = createFake();
  const { user } = showTable(fake);
  await screen.findByText("ada@example.com");

  fake.delay(200);
  await user.click(screen.getByRole("button", { name: "Hide personal data" }));
  expect(pageText()).not.toContain("example.com");

  await screen.findAllByText(/a•••@e•••\.com/);
  expect(pageText()).not.toContain("example.com");
  expect(queriesOf(fake).at(-1)).toMatchObject({ masked: "true" });
});

test("one value is shown when asked for, in its cell alone, and each look is in the log", async () => {
  const { user, fake } = await maskedTable();
  const row = screen.getByRole("rowheader", { name: /Ada/ });

  await user.click(
    await within(row).findByRole("button", { name: "Show the address of Ada Lovelace" }),
  );
  expect(await within(row).findByText("ada@example.com")).toBeVisible();

  expect(pageText().match(/\w+@example\.com/g)).toEqual(["ada@example.com"]);
  expect(revealsOf(fake)).toBe(1);
});

test("what was shown is forgotten when the mask is lifted and put on again", async () => {
  const { user, cache } = await maskedTable();
  await user.click(await screen.findByRole("button", { name: "Show the address of Ada Lovelace" }));
  await screen.findByText("ada@example.com");
  expect(JSON.stringify(cache.getMutationCache().getAll())).not.toContain("ada@example.com");

  const hide = screen.getByRole("button", { name: "Hide personal data" });
  await user.click(hide);
  await screen.findByText("grace@example.com");
  await user.click(hide);

  await screen.findAllByText(/a•••@e•••\.com/);
  expect(pageText()).not.toContain("example.com");
});

test("what was shown is hidden again after a minute", async () => {
  const { user } = await maskedTable();
  const show = await screen.findByRole("button", { name: "Show the address of Ada Lovelace" });
  vi.useFakeTimers({ shouldAdvanceTime: true, toFake: ["setTimeout", "clearTimeout"] });
  try {
    await user.click(show);
    await screen.findByText("ada@example.com");
    await act(() => vi.advanceTimersByTimeAsync(60_000));
    expect(screen.queryByText("ada@example.com")).toBeNull();
  } finally {
    vi.useRealTimers();
  }
});

test("a look that is refused shows nothing but the reason", async () => {
  const fake = createFake();
  fake.fail("revealUser", new HelloJohnError("rate_limit_exceeded", "Slow", { retryAfter: 600 }));
  const { user } = await maskedTable(fake);

  await user.click(await screen.findByRole("button", { name: "Show the address of Ada Lovelace" }));

  expect(await screen.findByText(/Too many tries/, {}, { timeout: 10_000 })).toHaveRole("alert");
  expect(pageText()).not.toContain("ada@example.com");
});

test("an app that decides about masks leaves no switch", async () => {
  showTable(createFake(), { masked: true });

  await waitFor(() => expect(screen.getAllByText(/•••@e•••\.com/)).toHaveLength(3));
  await search();
  expect(screen.queryByRole("button", { name: "Hide personal data" })).toBeNull();
});
