import { expect } from "vitest";
import { idsIn, make, refusedField, uniqueTag } from "../cast.js";
import { advance, type Json, type Scenario } from "../stage.js";

export const adminFilters: readonly Scenario[] = [
  [
    "conditions hold together",
    async (stage) => {
      const tag = uniqueTag();
      const boss = await make(stage, { name: tag, role: "billing", email_verified: true });
      const shut = await make(stage, { name: tag, disabled: true });
      const open = await make(stage, { name: tag });
      const list = async (query: Record<string, string>) =>
        idsIn(await stage.call("listUsers", { query: { q: tag, ...query } }));

      expect(await list({})).toEqual([open.id, shut.id, boss.id]);
      expect(await list({ role: "billing" })).toEqual([boss.id]);
      expect(await list({ status: "disabled" })).toEqual([shut.id]);
      expect(await list({ status: "pending", role: "member" })).toEqual([open.id]);
      expect(await list({ disabled: "false" })).toEqual([open.id, boss.id]);
      expect(await list({ email_verified: "true" })).toEqual([boss.id]);
      expect(await list({ mfa_enrolled: "true" })).toEqual([]);
      expect(await list({ email: open.email.toUpperCase() })).toEqual([open.id]);
      expect(await list({ status: "elsewhere" })).toEqual([]);
    },
  ],
  [
    "both ends belong to a span of time",
    async (stage) => {
      const tag = uniqueTag();
      const made = [];
      for (let i = 0; i < 3; i += 1) {
        advance(60_000);
        made.push(await make(stage, { name: tag, disabled: true }));
      }
      const { body } = await stage.call("listUsers", { query: { q: tag, order: "asc" } });
      const times = (body["data"] as Json[]).map(({ created_at }) => String(created_at));
      const [, middle = ""] = times;
      const list = async (query: Record<string, string>) =>
        idsIn(await stage.call("listUsers", { query: { q: tag, order: "asc", ...query } }));
      const [first, second, third] = made.map(({ id }) => id);

      expect(await list({ created_after: middle })).toEqual([second, third]);
      expect(await list({ created_before: middle })).toEqual([first, second]);
      expect(await list({ created_after: middle, created_before: middle })).toEqual([second]);
      expect(await list({ created_before: "2001-01-01" })).toEqual([]);
      expect(await list({ created_after: "2001-01-01" })).toEqual([first, second, third]);
    },
  ],
  [
    "members of one organization are listed",
    async (stage) => {
      const { id } = await make(stage);
      const { body } = await stage.call("createOrganization", { body: { name: "Acme" } });
      const org = String(body["id"]);
      await stage.call("addMember", { params: { id: org }, body: { user_id: id } });
      const list = async (query: Record<string, string>) =>
        idsIn(await stage.call("listUsers", { query }));

      expect(await list({ org })).toEqual([id]);
      expect(await list({ organization_id: org, org })).toEqual([id]);
      expect(await list({ org: "org_none" })).toEqual([]);
    },
  ],
  [
    "two names of one thing must say the same",
    async ({ call }) => {
      const list = (query: Record<string, string>) => call("listUsers", { query });

      expect(await list({ q: "one", search: "other" })).toMatchObject(
        refusedField("search", "duplicate_field"),
      );
      expect(await list({ sort: "name", order_by: "email" })).toMatchObject(
        refusedField("order_by", "duplicate_field"),
      );
      expect(await list({ order: "asc", direction: "desc" })).toMatchObject(
        refusedField("direction", "duplicate_field"),
      );
      expect(await list({ org: "org_a", organization_id: "org_b" })).toMatchObject(
        refusedField("organization_id", "duplicate_field"),
      );
      expect(await list({ q: "same", search: "same" })).toMatchObject({ status: 200 });
    },
  ],
  [
    "a user comes with the parts that are asked for",
    async (stage) => {
      const { call } = stage;
      const { body } = await call("createOrganization", { body: { name: "Parts" } });
      const { id } = await make(stage, { organization_id: body["id"], organization_role: "owner" });
      const include = "factors,connections,organizations,restrictions";

      const one = await call("getUser", { params: { id }, query: { include } });
      const plain = await call("getUser", { params: { id } });
      const listed = await call("listUsers", { query: { org: String(body["id"]), include } });

      expect(one.body).toMatchObject({
        factors: [],
        connections: [],
        organizations: [{ organization_id: body["id"], name: "Parts", role: "owner" }],
        restrictions: {},
      });
      expect(listed.body["data"]).toEqual([one.body]);
      expect(plain.body).not.toHaveProperty("factors");
      expect(
        await call("getUser", { params: { id }, query: { include: "factors,secrets" } }),
      ).toMatchObject({ status: 422 });
    },
  ],
  [
    "a list's query is read strictly",
    async ({ call }) => {
      const list = (query: Record<string, string>) => call("listUsers", { query });

      for (const query of [
        { limit: "0" },
        { limit: "101" },
        { limit: "ten" },
        { sort: "role" },
        { order: "up" },
        { disabled: "maybe" },
        { created_after: "yesterday" },
        { include: "secrets" },
        { email: "ada" },
        { colour: "red" },
      ])
        expect(await list(query), JSON.stringify(query)).toMatchObject({ status: 422 });
      expect(await list({ colour: "red" })).toMatchObject(refusedField("colour", "unknown_field"));
    },
  ],
];
