import { browserTableState } from "@hellojohn/react/admin";
import { createFake, grace, makeUser } from "@hellojohn/react/testing";
import { act, fireEvent, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { namesShown, queriesOf, search, showBehindGateway } from "./table-stage.js";

beforeEach(() => history.replaceState(null, "", "/users"));
afterEach(() => void vi.useRealTimers());

const marys = Array.from({ length: 130 }, (_, at) =>
  makeUser({ firstName: "Mary", lastName: `Of ${at}`, email: `mary${at}@example.com` }),
);
const tenant = () => createFake({ users: [grace, ...marys] });

test("behind a gateway, a list that grows asks once for what is searched for", async () => {
  const fake = tenant();
  const { user } = showBehindGateway(fake, { mode: "scroll" });
  await screen.findByText("1–100 of 131");

  await user.type(await search(), "grace@example.com{Enter}");

  await screen.findByText("1 user");
  expect(namesShown()).toEqual(["Grace Hopper"]);
  // Typing would have rested by now.
  await act(() => new Promise((resolve) => setTimeout(resolve, 400)));
  expect(queriesOf(fake).slice(1)).toMatchObject([{ query: "grace@example.com" }]);
});

test("typing that rests and Enter in one breath are one search, and one step to go back", async () => {
  const fake = tenant();
  showBehindGateway(fake, { mode: "scroll", state: browserTableState() });
  const box = await search();
  await screen.findByText("1–100 of 131");
  const { length } = history;
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  fireEvent.input(box, { target: { value: "mary" } });

  vi.advanceTimersByTime(250);
  fireEvent.keyDown(box, { key: "Enter" });
  vi.useRealTimers();

  await screen.findByText("1–100 of 130");
  expect(queriesOf(fake).slice(1)).toMatchObject([{ query: "mary" }]);
  expect(history.length).toBe(length + 1);
});

test("what it grows by is asked for by the same search, each part once", async () => {
  const fake = tenant();
  const { user } = showBehindGateway(fake, { mode: "scroll" });
  await screen.findByText("1–100 of 131");
  await user.type(await search(), "mary{Enter}");
  await screen.findByText("1–100 of 130");

  const scroller = screen.getByRole("table").parentElement as HTMLElement;
  scroller.scrollTop += 100 * 52;
  fireEvent.scroll(scroller);
  await screen.findByText("1–130 of 130");

  const [, first, ...more] = queriesOf(fake);
  expect(first).toMatchObject({ query: "mary", limit: 100 });
  expect(more).toMatchObject([{ query: "mary", cursor: expect.any(String) }]);
});
