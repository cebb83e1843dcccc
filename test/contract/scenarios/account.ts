import { expect } from "vitest";
import type { Scenario } from "../stage.js";

export const account: readonly Scenario[] = [
  [
    "a person takes her data with her",
    async ({ person, call }) => {
      const { token, email, sessionId } = await person();

      const { body } = await call("exportMe", { token });

      expect(body).toMatchObject({
        user: { email },
        sessions: [{ id: sessionId, current: true }],
        factors: [],
        connections: [],
        organizations: [],
      });
      expect(body).not.toHaveProperty("user.private_metadata");
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
