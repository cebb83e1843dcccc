import {
  browserTableState,
  linkState,
  type TableQuery,
  type TableStatePort,
} from "@hellojohn/react/admin";
import { createFake } from "@hellojohn/react/testing";
import { act, screen, waitFor } from "@testing-library/react";
import { beforeEach, expect, test } from "vitest";
import { namesShown, search, showTable } from "./table-stage.js";

beforeEach(() => history.replaceState(null, "", "/users"));

/** A router that holds a query string. */
function port(link = ""): TableStatePort & { link: string; written: string[] } {
  const router = {
    link,
    written: [] as string[],
    read: () => router.link,
    write(next: string) {
      router.link = next;
      router.written.push(next);
    },
    subscribe: () => () => {},
  };
  return router;
}

/** A generator of the same numbers each time. */
function numbers(seed: number) {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

const letters = "abcXYZ äß漢字🙂&=?#%+/\\\"'<>.-_@＠";

function queryFrom(random: () => number): TableQuery {
  const pick = <T,>(...choices: T[]) => choices[Math.floor(random() * choices.length)];
  const text = (most: number) =>
    Array.from({ length: 1 + Math.floor(random() * most) }, () => pick(...letters)).join("");
  const query: TableQuery = {
    q: pick(undefined, text(20)),
    sort: pick(undefined, "created_at", "email", "name", "last_sign_in_at"),
    order: pick(undefined, "asc", "desc"),
    limit: pick(undefined, 20, 50, 100),
    status: pick(undefined, "active", text(10)),
    mfaEnrolled: pick(undefined, true, false),
    org: pick(undefined, "org_1"),
    createdAfter: pick(undefined, "2026-02-28"),
  };
  return JSON.parse(JSON.stringify(query)) as TableQuery;
}

test("any query comes back from its link, and no link holds what may be an address", () => {
  const random = numbers(7);
  for (let round = 0; round < 500; round += 1) {
    const router = port();
    const state = linkState(router);
    const query = queryFrom(random);

    state.set(query, { replace: false });

    expect(state.get()).toEqual(query);
    const q = new URLSearchParams(router.link).get("q") ?? "";
    expect(q).not.toMatch(/[@＠]/);
    expect(linkState(port(router.link)).get()).toEqual(
      q ? query : JSON.parse(JSON.stringify({ ...query, q: undefined })),
    );
  }
});

test("nothing that is written into a link makes it fail, and what is not known is ignored", () => {
  const random = numbers(11);
  const parts = ["v=1", "v=9", "sort=password", "limit=1e9", "mfa_enrolled=maybe", "q=", "%", "&&"];
  for (let round = 0; round < 300; round += 1) {
    const link = Array.from({ length: 5 }, () => parts[Math.floor(random() * parts.length)]);
    expect(() => linkState(port(link.join("&"))).get()).not.toThrow();
  }
  expect(linkState(port("v=9&q=ada")).get()).toBeUndefined();
  expect(linkState(port("tab=users")).get()).toBeUndefined();
  expect(
    linkState(port("v=1&sort=password&limit=0&created_after=2026-02-30&status=active")).get(),
  ).toEqual({ status: "active" });
});

test("links from before there were versions still work", () => {
  const link = "?search=ada&order_by=name&direction=asc&organization_id=org_1&role=admin";

  expect(linkState(port(link)).get()).toEqual({
    q: "ada",
    sort: "name",
    order: "asc",
    org: "org_1",
    role: "admin",
  });
});

test("the page's address says what is shown, keeps what is not the table's, and goes back", async () => {
  history.replaceState({ app: 1 }, "", "/users?tab=people#top");
  const { user } = showTable(createFake(), { state: browserTableState() });
  await screen.findByRole("rowheader", { name: /Ada/ });

  await user.type(await search(), "kath{Enter}");
  await waitFor(() => expect(namesShown()).toEqual(["Katherine Johnson"]));
  expect(location.href).toMatch(/\/users\?tab=people&v=1&q=kath&limit=50#top$/);
  expect(history.state).toMatchObject({ app: 1 });

  act(() => history.back());
  await waitFor(() => expect(namesShown()).toHaveLength(3));
  expect(await search()).toHaveValue("");
});

test("an address that is searched for is in no address, yet going back finds it again", async () => {
  const { user } = showTable(createFake(), { state: browserTableState() });
  await screen.findByRole("rowheader", { name: /Ada/ });

  await user.type(await search(), "ada@example.com{Enter}");
  await waitFor(() => expect(namesShown()).toEqual(["Ada Lovelace"]));
  expect(location.href).not.toMatch(/ada|@|%40/i);

  await user.click(screen.getByRole("button", { name: "User" }));
  await waitFor(() => expect(location.search).toContain("sort=name"));
  await user.keyboard("{Enter}");
  await user.clear(await search());
  await user.keyboard("{Enter}");
  await waitFor(() => expect(namesShown()).toHaveLength(3));
  act(() => history.back());

  await waitFor(() => expect(namesShown()).toEqual(["Ada Lovelace"]));
  expect(await search()).toHaveValue("ada@example.com");
});

test("two tables on one page each have a part of the address", () => {
  const one = browserTableState({ prefix: "a." });
  const other = browserTableState({ prefix: "b." });

  one.set({ q: "ada" }, { replace: true });
  other.set({ role: "admin" }, { replace: true });

  expect(one.get()).toEqual({ q: "ada" });
  expect(other.get()).toEqual({ role: "admin" });
});
