import { expect } from "vitest";
import { idsIn, make, refusedField, uniqueTag } from "../cast.js";
import type { Json, Scenario, Stage } from "../stage.js";

async function found({ call }: Stage, name = uniqueTag()): Promise<string> {
  const { body } = await call("createOrganization", { body: { name } });
  expect(body).toMatchObject({ name });
  return String(body["id"]);
}

/** Someone, an organization, and what makes her a member of it and shows it. */
async function pair(stage: Stage) {
  const { call } = stage;
  const user = await make(stage);
  const organization = await found(stage);
  const add = (role?: string, given: Json = {}) =>
    call("addMember", {
      params: { id: organization },
      body: { user_id: user.id, ...(role ? { role } : {}), ...given },
    });
  const memberships = async () => {
    const query = { include: "organizations" };
    const { body } = await call("getUser", { params: { id: user.id }, query });
    return body["organizations"];
  };
  const log = async () => {
    const query = { resource_id: user.id, type: "membership.*" };
    return (await call("listAuditEvents", { query })).body["data"];
  };
  return { userId: user.id, organization, add, memberships, log };
}

export const adminOrganizations: readonly Scenario[] = [
  [
    "organizations are listed by name, page by page",
    async (stage) => {
      const tag = uniqueTag();
      const list = (query: Record<string, string>) =>
        stage.call("listOrganizations", { query: { q: tag, ...query } });
      const third = await found(stage, `${tag} bravo`);
      const second = await found(stage, `${tag} Alpha`);
      const first = await found(stage, `About ${tag.toUpperCase()}`);

      const page = await list({ limit: "2" });
      const { next_cursor: cursor, has_more } = page.body["pagination"] as Json;
      const rest = await list({ limit: "5", cursor: String(cursor) });

      expect(idsIn(page)).toEqual([first, second]);
      expect(has_more).toBe(true);
      expect(idsIn(rest)).toEqual([third]);
      expect(rest.body["pagination"]).toMatchObject({ has_more: false, next_cursor: null });
      expect(await list({ q: "other", cursor: String(cursor) })).toMatchObject({
        status: 400,
        code: "invalid_cursor",
      });
      expect(idsIn(await list({ q: `${tag} %` }))).toEqual([]);
    },
  ],
  [
    "someone becomes a member, and her role may change",
    async (stage) => {
      const { add, memberships, organization, log } = await pair(stage);

      const joined = await add();
      const raised = await add("owner");
      const same = await add();

      expect(joined.body).toMatchObject({ organization_id: organization, role: "member" });
      expect(raised.body).toEqual({ ...joined.body, role: "owner" });
      expect(same.body).toEqual(raised.body);
      expect(await memberships()).toEqual([raised.body]);
      expect(await log()).toMatchObject([
        {
          type: "membership.changed",
          metadata: { organization_id: organization, role: "owner", previous_role: "member" },
        },
        { type: "membership.added", metadata: { organization_id: organization, role: "member" } },
      ]);
    },
  ],
  [
    "someone leaves",
    async (stage) => {
      const { add, memberships, organization, userId, log } = await pair(stage);
      const params = { id: organization, userId };
      await add();

      expect(await stage.call("removeMember", { params })).toMatchObject({ status: 204 });
      expect(await memberships()).toEqual([]);
      expect(await log()).toMatchObject([{ type: "membership.removed" }, {}]);
      expect(await stage.call("removeMember", { params })).toMatchObject({
        status: 404,
        code: "not_found",
      });
    },
  ],
  [
    "neither an organization nor a person is made up",
    async (stage) => {
      const { call } = stage;
      const { add, organization, userId } = await pair(stage);
      const elsewhere = { params: { id: "org_none", userId }, body: { user_id: userId } };

      expect(await add("member", { user_id: "usr_none" })).toMatchObject({
        status: 404,
        code: "user_not_found",
      });
      expect(await call("addMember", elsewhere)).toMatchObject({ status: 404, code: "not_found" });
      expect(await call("removeMember", { params: elsewhere.params })).toMatchObject({
        status: 404,
        code: "not_found",
      });
      expect(
        await call("removeMember", { params: { id: organization, userId: "usr_none" } }),
      ).toMatchObject({ status: 404, code: "user_not_found" });
    },
  ],
  [
    "organizations are read strictly",
    async ({ call }) => {
      const create = (body: object) => call("createOrganization", { body });

      expect(await create({ name: " " })).toMatchObject(refusedField("name", "required"));
      expect(await create({ name: "x".repeat(201) })).toMatchObject(
        refusedField("name", "too_long"),
      );
      expect(await create({ name: "Acme", colour: "red" })).toMatchObject(
        refusedField("colour", "unknown_field"),
      );
      expect(await call("listOrganizations", { query: { limit: "101" } })).toMatchObject({
        status: 422,
      });
      expect(await call("listOrganizations", { query: { cursor: "made-up" } })).toMatchObject({
        code: "invalid_cursor",
      });
    },
  ],
];
