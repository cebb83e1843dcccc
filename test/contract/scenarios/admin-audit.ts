import { expect } from "vitest";
import { idsIn, make, uniqueTag } from "../cast.js";
import { advance, type Json, type Scenario, type Stage } from "../stage.js";

const typesIn = ({ body }: { body: Json }) => (body["data"] as Json[]).map(({ type }) => type);

/** Events of an application's own about one thing. */
async function told(stage: Stage, types: readonly string[]) {
  const resource_id = uniqueTag();
  for (const type of types) await stage.call("createAuditEvent", { body: { type, resource_id } });
  const list = (query: Record<string, string> = {}) =>
    stage.call("listAuditEvents", { query: { resource_id, ...query } });
  return { resource_id, list };
}

export const adminAudit: readonly Scenario[] = [
  [
    "what is done to a person is in the log, the newest first, with who did it",
    async (stage) => {
      const { call } = stage;
      const { id } = await make(stage);
      const params = { id };
      await call("updateUser", { params, body: { name: "Ada", phone: "+442071234567" } });
      await call("disableUser", { params, body: { reason: "Left" } });
      await call("enableUser", { params, body: {} });
      await call("updateUser", { params, body: { id: "usr_other" } });

      const { body } = await call("listAuditEvents", { query: { resource_id: id } });

      expect(body["data"]).toMatchObject([
        { type: "user.change_refused", reason: "field_not_editable", changed_fields: ["id"] },
        { type: "user.enabled" },
        { type: "user.disabled", reason: "Left", changed_fields: ["disabled"] },
        { type: "user.updated" },
        { type: "user.created", actor_type: "api_key", source: "system", resource_id: id },
      ]);
      const [, , , updated] = body["data"] as { changed_fields: string[] }[];
      expect(updated?.changed_fields).toEqual(expect.arrayContaining(["name", "phone_number"]));
      expect(JSON.stringify(body)).not.toContain("+442071234567");
      expect(body["meta"]).toMatchObject({ total: 5, total_is_estimate: false, limit: 50 });
    },
  ],
  [
    "what a person does herself is told of her",
    async ({ person, call }) => {
      const { id, token } = await person();
      await call("updateMe", { token, body: { name: "Ada" } });
      await call("signOut", { token });

      const own = await call("listAuditEvents", { query: { actor_id: id } });

      expect(typesIn(own)).toEqual([
        "user.signed_out",
        "user.updated",
        "user.email_verified",
        "user.signed_in",
        "user.signed_up",
      ]);
    },
  ],
  [
    "a type may be told whole, or by its beginning",
    async (stage) => {
      const { list } = await told(stage, ["order.paid", "order.sent", "orders.closed"]);

      expect(typesIn(await list())).toEqual(["orders.closed", "order.sent", "order.paid"]);
      expect(typesIn(await list({ type: "order.*" }))).toEqual(["order.sent", "order.paid"]);
      expect(typesIn(await list({ type: "order.paid" }))).toEqual(["order.paid"]);
      expect(typesIn(await list({ type: "order" }))).toEqual([]);
    },
  ],
  [
    "both ends belong to a span of time in the log",
    async (stage) => {
      const { list, resource_id } = await told(stage, ["order.paid"]);
      advance(60_000);
      const { body } = await stage.call("createAuditEvent", {
        body: { type: "order.sent", resource_id },
      });
      const at = String(body["created_at"]);

      expect(typesIn(await list({ from: at }))).toEqual(["order.sent"]);
      expect(typesIn(await list({ to: at }))).toEqual(["order.sent", "order.paid"]);
      expect(typesIn(await list({ to: "2001-01-01" }))).toEqual([]);
    },
  ],
  [
    "the log is read page by page, each event once",
    async (stage) => {
      const { list } = await told(stage, ["a.one", "a.two", "a.three"]);
      const first = await list({ limit: "2" });
      const { cursor, total } = first.body["meta"] as { cursor: string; total: number };

      const second = await list({ limit: "2", cursor });

      expect(total).toBe(3);
      expect([...typesIn(first), ...typesIn(second)]).toEqual(["a.three", "a.two", "a.one"]);
      expect(second.body["meta"]).toMatchObject({ total: 3, cursor: null });
      expect(idsIn(second)).toHaveLength(1);
      expect(await list({ cursor, type: "a.*" })).toMatchObject({ code: "invalid_cursor" });
      expect(await list({ cursor: "made-up" })).toMatchObject({ code: "invalid_cursor" });
    },
  ],
];
