import { expect } from "vitest";
import { idsIn, type Made, make, uniqueTag } from "../cast.js";
import type { Json, Scenario, Stage } from "../stage.js";

/** People of one name, made one after the other. */
async function crowd(stage: Stage, given: readonly Json[]) {
  const tag = uniqueTag();
  const people: Made[] = [];
  for (const each of given)
    people.push(await make(stage, { last_name: tag, disabled: true, ...each }));
  const list = (query: Record<string, string> = {}) =>
    stage.call("listUsers", { query: { q: tag, ...query } });
  return { tag, people, list, ids: people.map(({ id }) => id) };
}

const pagination = ({ body }: { body: Json }) => body["pagination"] as Json;

export const adminList: readonly Scenario[] = [
  [
    "users come page by page, the newest first, each of them once",
    async (stage) => {
      const { list, ids } = await crowd(stage, [{}, {}, {}, {}, {}]);

      const first = await list({ limit: "2" });
      const second = await list({ limit: "2", cursor: String(pagination(first)["next_cursor"]) });
      const third = await list({ limit: "9", cursor: String(pagination(second)["next_cursor"]) });

      expect([first, second, third].flatMap((page) => idsIn(page))).toEqual(ids.toReversed());
      expect(pagination(first)).toMatchObject({
        total: 5,
        total_is_estimate: false,
        limit: 2,
        has_more: true,
      });
      expect(pagination(third)).toMatchObject({
        total: 5,
        limit: 9,
        has_more: false,
        next_cursor: null,
      });
    },
  ],
  [
    "a walk survives that someone on it goes",
    async (stage) => {
      const { list, ids } = await crowd(stage, [{}, {}, {}]);

      const first = await list({ limit: "1", sort: "email" });
      await stage.call("deleteUser", { params: { id: String(ids[0]) } });
      const rest = await list({
        sort: "email",
        cursor: String(pagination(first)["next_cursor"]),
      });

      expect(idsIn(rest)).toEqual(ids.slice(1));
    },
  ],
  [
    "names go from A to Z, and those without one come last",
    async (stage) => {
      const tag = uniqueTag();
      const make3 = ["beta", null, "Alpha"].map((name, i) => ({
        name,
        email: `${tag}.${i}@example.com`,
        disabled: true,
      }));
      const ids = [];
      for (const body of make3) ids.push((await make(stage, body)).id);
      const list = (query: Record<string, string>) =>
        stage.call("listUsers", { query: { q: tag, ...query } });
      const [beta, nameless, alpha] = ids;

      expect(idsIn(await list({ sort: "name" }))).toEqual([alpha, beta, nameless]);
      expect(idsIn(await list({ order_by: "name", direction: "desc" }))).toEqual([
        nameless,
        beta,
        alpha,
      ]);
      expect(idsIn(await list({ sort: "email", order: "desc" }))).toEqual(ids.toReversed());
      expect(idsIn(await list({ order: "asc" }))).toEqual(ids);
    },
  ],
  [
    "who signed in lately comes first, who never did comes last",
    async (stage) => {
      const { person, call } = stage;
      const early = await person();
      const never = await make(stage, { disabled: true });
      const late = await person();
      const { body } = await call("createOrganization", { body: { name: uniqueTag() } });
      const id = String(body["id"]);
      for (const { id: user_id } of [early, never, late])
        await call("addMember", { params: { id }, body: { user_id } });

      const list = (order: string) =>
        call("listUsers", { query: { org: id, sort: "last_sign_in_at", order } });

      expect(idsIn(await list("desc"))).toEqual([late.id, early.id, never.id]);
      expect(idsIn(await list("asc"))).toEqual([never.id, early.id, late.id]);
    },
  ],
  [
    "people of one name stand in the order of their ids, over every page",
    async (stage) => {
      const { list, ids } = await crowd(stage, [{}, {}, {}]);
      const walk = async (query: Record<string, string>) => {
        const first = await list({ ...query, limit: "2" });
        const cursor = String(pagination(first)["next_cursor"]);
        return [...idsIn(first), ...idsIn(await list({ ...query, cursor }))];
      };

      expect(await walk({ sort: "name" })).toEqual(ids);
      expect(await walk({ sort: "name", order: "desc" })).toEqual(ids.toReversed());
      expect(await walk({ sort: "last_sign_in_at" })).toEqual(ids.toReversed());
    },
  ],
  [
    "a cursor belongs to its conditions and its order",
    async (stage) => {
      const { list } = await crowd(stage, [{}, {}]);
      const cursor = String(pagination(await list({ limit: "1" }))["next_cursor"]);
      const refused = { status: 400, code: "invalid_cursor" };

      expect(await list({ cursor, masked: "true" })).toMatchObject({ status: 200 });
      expect(await list({ cursor, sort: "email" })).toMatchObject(refused);
      expect(await list({ cursor, order: "asc" })).toMatchObject(refused);
      expect(await list({ cursor, role: "member" })).toMatchObject(refused);
      expect(await list({ cursor: cursor.slice(0, -1) })).toMatchObject(refused);
      expect(await list({ cursor: "made-up" })).toMatchObject(refused);
    },
  ],
];
