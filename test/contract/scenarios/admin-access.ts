import { expect } from "vitest";
import { asAdmin, idsIn, knownPassword, make } from "../cast.js";
import type { Scenario } from "../stage.js";

export const adminAccess: readonly Scenario[] = [
  [
    "disabling shuts a person out at once, and enabling lets her in again",
    async ({ person, signIn, call }) => {
      const ada = await person();
      await signIn(ada);
      const params = { id: ada.id };
      const enter = () => call("signIn", { body: { email: ada.email, password: ada.password } });

      const off = await call("disableUser", { params, body: { reason: "Left the company" } });
      const refused = await enter();
      const seen = await call("getMe", { token: ada.token });
      const on = await call("enableUser", { params, body: {} });

      expect(off.body).toMatchObject({
        user: { id: ada.id, disabled: true, status: "disabled" },
        sessions_revoked: 2,
      });
      expect(refused).toMatchObject({ status: 403, code: "account_disabled" });
      expect(seen).toMatchObject({ status: 401, code: "session_revoked" });
      expect(on.body).toMatchObject({ user: { status: "active" }, sessions_revoked: 0 });
      expect(await enter()).toMatchObject({ status: 200 });
    },
  ],
  [
    "sessions go on when that is asked for, until they are refreshed",
    async ({ person, call }) => {
      const { id, token, refreshToken } = await person();

      const off = await call("disableUser", { params: { id }, body: { revoke_sessions: false } });

      expect(off.body).toMatchObject({ sessions_revoked: 0 });
      expect(await call("getMe", { token })).toMatchObject({ status: 200 });
      expect(await call("refresh", { body: { refresh_token: refreshToken } })).toMatchObject({
        code: "account_disabled",
      });
      expect(await call("disableUser", { params: { id } })).toMatchObject({
        body: { sessions_revoked: 1 },
      });
    },
  ],
  [
    "disabling the disabled changes nothing",
    async (stage) => {
      const { id } = await make(stage);
      const disable = () => stage.call("disableUser", { params: { id }, body: {} });

      const first = await disable();
      const second = await disable();

      expect(second.body["user"]).toEqual(first.body["user"]);
      const { body } = await stage.call("listAuditEvents", {
        query: { resource_id: id, type: "user.disabled" },
      });
      expect(body["data"]).toHaveLength(1);
    },
  ],
  [
    "a deleted person is gone with her sessions, and her address is free",
    async (stage) => {
      const { person, call } = stage;
      const { id, token, email } = await person();
      const remove = (headers = {}) =>
        call("deleteUser", { params: { id }, body: { reason: "Asked us to" }, headers });

      expect(await remove({ "If-Match": '"99"' })).toMatchObject({ status: 412 });
      expect(await remove()).toMatchObject({ status: 204 });
      expect(await remove()).toMatchObject({ status: 404, code: "user_not_found" });
      expect(await call("getMe", { token })).toMatchObject({ code: "session_revoked" });
      const { body } = await call("listAuditEvents", {
        query: { resource_id: id, type: "user.deleted" },
      });
      expect(body["data"]).toMatchObject([{ reason: "Asked us to", resource_id: id }]);
      expect(await call("createUser", { body: { email } })).toMatchObject({ status: 201 });
    },
  ],
  [
    "an administrator does none of this to herself",
    async (stage) => {
      await asAdmin(stage, async ({ id, token }) => {
        const self = { token, params: { id } };
        const refused = { status: 409, code: "self_action" };

        expect(await stage.call("disableUser", self)).toMatchObject(refused);
        expect(await stage.call("deleteUser", self)).toMatchObject(refused);
        expect(
          await stage.call("updateUser", { ...self, body: { status: "disabled" } }),
        ).toMatchObject(refused);
        expect(await stage.call("updateUser", { ...self, body: { role: "x" } })).toMatchObject(
          refused,
        );
        const { body } = await stage.call("getUser", {
          ...self,
          query: { include: "restrictions" },
        });
        expect(body).toMatchObject({
          restrictions: {
            disable: "self_action",
            delete: "self_action",
            demote: "self_action",
            impersonate: "self_action",
          },
        });
      });
    },
  ],
  [
    "the last administrator stays one, whoever asks",
    async ({ call }) => {
      const query = { role: "admin", disabled: "false", include: "restrictions" };
      const found = await call("listUsers", { query });
      const [id = ""] = idsIn(found).map(String);
      const params = { id };
      const refused = { status: 409, code: "last_admin" };

      expect(found.body["data"]).toMatchObject([
        { restrictions: { disable: "last_admin", delete: "last_admin", demote: "last_admin" } },
      ]);
      expect(await call("disableUser", { params })).toMatchObject(refused);
      expect(await call("deleteUser", { params })).toMatchObject(refused);
      expect(await call("updateUser", { params, body: { role: "member" } })).toMatchObject(refused);
      const body = { email: "grace@example.com", password: knownPassword };
      expect(await call("signIn", { body })).toMatchObject({ status: 200 });
    },
  ],
  [
    "there is nobody to disable, enable or delete",
    async ({ call }) => {
      for (const id of ["usr_none", "usr.none", "x".repeat(80)])
        for (const name of ["disableUser", "enableUser", "deleteUser"] as const)
          expect(await call(name, { params: { id } })).toMatchObject({
            status: 404,
            code: "user_not_found",
          });
      expect(
        await call("disableUser", { params: { id: "usr_none" }, body: { why: 1 } }),
      ).toMatchObject({ status: 422 });
    },
  ],
];
