import { expect } from "vitest";
import type { Json, Scenario } from "../stage.js";

export const account: readonly Scenario[] = [
  [
    "a person takes her data with her",
    async ({ person, call }) => {
      const { id, token, email, sessionId } = await person();

      const { body } = await call("exportMe", { token });

      expect(body).toMatchObject({
        user: { email },
        sessions: [{ id: sessionId, current: true }],
        factors: [],
        connections: [],
        organizations: [],
      });
      expect(body).not.toHaveProperty("user.private_metadata");
      const [newest] = body["audit_events"] as Json[];
      expect(newest).toMatchObject({ type: "user.exported", actor_id: id, resource_id: id });
    },
  ],
  [
    "a person deletes herself with her password",
    async ({ person, call }) => {
      const { token, email, password, refreshToken } = await person();
      const leave = (typed: string) =>
        call("deleteMe", { token, body: { current_password: typed } });

      expect(await leave("wrong")).toMatchObject({ status: 422, code: "password_incorrect" });
      expect(await call("deleteMe", { token, body: {} })).toMatchObject({ status: 422 });
      expect(await leave(password)).toMatchObject({ status: 204 });
      expect(await call("getMe", { token })).toMatchObject({ status: 401 });
      expect(await call("refresh", { body: { refresh_token: refreshToken } })).toMatchObject({
        status: 401,
      });
      expect(await call("signIn", { body: { email, password } })).toMatchObject({
        code: "invalid_credentials",
      });
      expect(await call("signUp", { body: { email, password } })).toMatchObject({ status: 201 });
    },
  ],
  [
    "the tenant keeps an administrator",
    async ({ person, signIn, call }) => {
      const boss = await person();
      const grace = await signIn({
        ...boss,
        email: "grace@example.com",
        password: "correct-horse-battery",
      });
      const role = (id: string, to: string) =>
        call("updateUser", { params: { id }, body: { role: to } });
      const leave = () =>
        call("deleteMe", { token: boss.token, body: { current_password: boss.password } });
      await role(boss.id, "admin");

      expect(await leave()).toMatchObject({ status: 409, code: "self_action" });
      await role(grace.id, "member");
      expect(await leave()).toMatchObject({ status: 409, code: "last_admin" });
      expect(await role(boss.id, "member")).toMatchObject({ status: 409, code: "last_admin" });
      await role(grace.id, "admin");
      expect(await role(boss.id, "member")).toMatchObject({ status: 200 });
      expect(await leave()).toMatchObject({ status: 204 });
    },
  ],
  [
    "a deletion may say which version it is based on",
    async ({ person, call }) => {
      const { token, password } = await person();

      const refused = await call("deleteMe", {
        token,
        body: { current_password: password },
        headers: { "If-Match": '"99"' },
      });

      expect(refused).toMatchObject({ status: 412, code: "version_conflict" });
    },
  ],
];
