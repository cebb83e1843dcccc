import { expect } from "vitest";
import { asAdmin, idsIn, make, uniqueTag } from "../cast.js";
import type { Scenario } from "../stage.js";

export const adminBulk: readonly Scenario[] = [
  [
    "each of many has her own outcome, and a bad one does not stop the rest",
    async (stage) => {
      const { person, call } = stage;
      const ada = await person();
      const other = await make(stage);
      const shut = await make(stage, { disabled: true });

      const { body } = await call("bulkDisable", {
        body: {
          user_ids: [ada.id, "usr_none", shut.id, "not an id", ada.id, other.id],
          reason: "Spring cleaning",
        },
      });

      expect(body).toEqual({
        disabled: 2,
        sessions_revoked: 1,
        results: [
          { user_id: ada.id, outcome: "disabled", sessions_revoked: 1 },
          { user_id: "usr_none", outcome: "refused", code: "user_not_found", sessions_revoked: 0 },
          { user_id: shut.id, outcome: "unchanged", sessions_revoked: 0 },
          { user_id: "not an id", outcome: "refused", code: "user_not_found", sessions_revoked: 0 },
          { user_id: other.id, outcome: "disabled", sessions_revoked: 0 },
        ],
      });
      expect(await call("getMe", { token: ada.token })).toMatchObject({ code: "session_revoked" });
      const log = await call("listAuditEvents", {
        query: { resource_id: ada.id, type: "user.disabled" },
      });
      expect(log.body["data"]).toMatchObject([{ reason: "Spring cleaning" }]);
    },
  ],
  [
    "their sessions go on when that is asked for",
    async ({ person, call }) => {
      const { id, token } = await person();

      const { body } = await call("bulkDisable", {
        body: { user_ids: [id], revoke_sessions: false },
      });

      expect(body).toMatchObject({ disabled: 1, sessions_revoked: 0 });
      expect(await call("getMe", { token })).toMatchObject({ status: 200 });
    },
  ],
  [
    "an administrator stays in when she selects everyone, and so does the last of all",
    async (stage) => {
      const { call } = stage;
      const admins = idsIn(await call("listUsers", { query: { role: "admin" } }));
      await asAdmin(stage, async ({ id, token }) => {
        const own = await call("bulkDisable", { token, body: { user_ids: [id] } });

        expect(own.body).toMatchObject({
          disabled: 0,
          results: [{ outcome: "refused", code: "self_action" }],
        });
      });
      const last = await call("bulkDisable", { body: { user_ids: admins } });
      expect(last.body).toMatchObject({
        disabled: 0,
        results: [{ outcome: "refused", code: "last_admin" }],
      });
    },
  ],
  [
    "the same call with the same key is answered once",
    async (stage) => {
      const { id } = await make(stage);
      const headers = { "Idempotency-Key": uniqueTag() };
      const send = () => stage.call("bulkDisable", { body: { user_ids: [id] }, headers });

      const first = await send();

      expect(first.body).toMatchObject({ disabled: 1 });
      expect((await send()).body).toEqual(first.body);
    },
  ],
  [
    "from one to a thousand may be named",
    async ({ call }) => {
      const send = (user_ids: unknown) => call("bulkDisable", { body: { user_ids } });
      const many = Array.from({ length: 1001 }, (_, i) => `usr_${i}`);

      expect(await send([])).toMatchObject({ status: 422 });
      expect(await send(many)).toMatchObject({ status: 422 });
      expect(await send([1])).toMatchObject({ status: 422 });
      expect(await send(many.slice(1))).toMatchObject({ status: 200, body: { disabled: 0 } });
    },
  ],
];
