import { expect } from "vitest";
import { idsIn, make, refusedField, uniqueTag } from "../cast.js";
import type { Scenario, Stage } from "../stage.js";

async function searchers(stage: Stage) {
  const tag = uniqueTag();
  const ada = await make(stage, {
    email: `${tag}.lovelace@example.com`,
    name: `Ada O'Brien-Müller ${tag}`,
    disabled: true,
  });
  const olga = await make(stage, {
    email: `${tag}_50%@example.com`,
    first_name: "Ольга",
    last_name: `Иванова ${tag}`,
    disabled: true,
  });
  const find = async (words: string) =>
    idsIn(await stage.call("searchUsers", { body: { query: `${tag} ${words}` } }));
  return { tag, ada: ada.id, olga: olga.id, find };
}

export const adminSearch: readonly Scenario[] = [
  [
    "a word is found in address, name and id, whatever its case",
    async (stage) => {
      const { find, ada, olga } = await searchers(stage);

      expect(await find("")).toEqual([olga, ada]);
      expect(await find("LOVE")).toEqual([ada]);
      expect(await find("elace")).toEqual([ada]);
      expect(await find("müller")).toEqual([ada]);
      expect(await find("ОЛЬ")).toEqual([olga]);
      expect(await find(ada)).toEqual([ada]);
      expect(await find("nobody")).toEqual([]);
    },
  ],
  [
    "every word must be found, in any order",
    async (stage) => {
      const { find, ada, olga } = await searchers(stage);

      expect(await find("lovelace ada")).toEqual([ada]);
      expect(await find("иванова example.com")).toEqual([olga]);
      expect(await find("ada иванова")).toEqual([]);
    },
  ],
  [
    "one or two characters match where a word begins",
    async (stage) => {
      const { find, ada, olga } = await searchers(stage);

      expect(await find("ad")).toEqual([ada]);
      expect(await find("b")).toEqual([ada]);
      expect(await find("mü")).toEqual([ada]);
      expect(await find("ив")).toEqual([olga]);
      expect(await find("da")).toEqual([]);
      expect(await find("ve")).toEqual([]);
    },
  ],
  [
    "no sign means anything else than itself",
    async (stage) => {
      const { find, ada, olga } = await searchers(stage);

      expect(await find("_50%")).toEqual([olga]);
      expect(await find("%")).toEqual([olga]);
      expect(await find("love%ace")).toEqual([]);
      expect(await find("lov_lace")).toEqual([]);
      expect(await find("o'b")).toEqual([ada]);
      expect(await find("\\")).toEqual([]);
      expect(await find("ada.*")).toEqual([]);
    },
  ],
  [
    "a search says in a body what a list says in an address",
    async (stage) => {
      const { tag, ada, olga } = await searchers(stage);
      const search = (body: object) => stage.call("searchUsers", { body });

      const found = await search({
        query: tag,
        filters: { disabled: true, role: "member", email_verified: false },
        sort: { field: "email", direction: "desc" },
        limit: 1,
        masked: true,
      });
      const listed = await stage.call("listUsers", {
        query: {
          ...{ q: tag, disabled: "true", role: "member", email_verified: "false" },
          ...{ sort: "email", order: "desc", limit: "1", masked: "true" },
        },
      });
      const { next_cursor: cursor } = found.body["pagination"] as { next_cursor: string };
      const rest = await search({
        query: tag,
        filters: { disabled: true, role: "member", email_verified: false },
        sort: { field: "email", direction: "desc" },
        cursor,
      });

      expect(idsIn(found)).toEqual([olga]);
      expect(found.body["data"]).toEqual(listed.body["data"]);
      expect(idsIn(rest)).toEqual([ada]);
      expect(await search({ query: tag, cursor })).toMatchObject({
        status: 400,
        code: "invalid_cursor",
      });
    },
  ],
  [
    "a search is read strictly",
    async ({ call }) => {
      const search = (body: object) => call("searchUsers", { body });

      expect(await search({})).toMatchObject({ status: 200 });
      expect(await search({ colour: "red" })).toMatchObject(
        refusedField("colour", "unknown_field"),
      );
      expect(await search({ filters: { colour: "red" } })).toMatchObject(
        refusedField("filters.colour", "unknown_field"),
      );
      expect(await search({ sort: { field: "role" } })).toMatchObject({ status: 422 });
      expect(await search({ limit: 101 })).toMatchObject({ status: 422 });
      expect(await search({ query: "x".repeat(201) })).toMatchObject({ status: 422 });
      expect(await search({ filters: { org: "org_a", organization_id: "org_b" } })).toMatchObject(
        refusedField("filters.org", "duplicate_field"),
      );
    },
  ],
];
