import { expect } from "vitest";
import { advance, type Scenario } from "../stage.js";

export const sessions: readonly Scenario[] = [
  [
    "a person sees her sessions, newest first, and which one asks",
    async ({ person, signIn, call }) => {
      const ada = await person();
      advance(1000);
      const other = await signIn(ada);

      const { body } = await call("listMySessions", { token: ada.token });

      expect(body).toMatchObject({
        data: [
          { id: other.sessionId, user_id: ada.id, current: false, impersonated: false },
          { id: ada.sessionId, user_id: ada.id, current: true, impersonated: false },
        ],
      });
    },
  ],
  [
    "she ends one session, and it is refused at its next call",
    async ({ person, signIn, call }) => {
      const ada = await person();
      const other = await signIn(ada);
      const end = () =>
        call("revokeMySession", { token: ada.token, params: { id: other.sessionId } });

      expect(await end()).toMatchObject({ status: 200, body: { revoked: 1 } });
      expect(await call("getMe", { token: other.token })).toMatchObject({
        status: 401,
        code: "session_revoked",
      });
      expect(await call("refresh", { body: { refresh_token: other.refreshToken } })).toMatchObject({
        status: 401,
        code: "session_revoked",
      });
      expect(await end()).toMatchObject({ status: 404, code: "session_not_found" });
    },
  ],
  [
    "she ends all the others at once",
    async ({ person, signIn, call }) => {
      const ada = await person();
      await signIn(ada);
      await signIn(ada);

      const ended = await call("revokeMyOtherSessions", { token: ada.token });
      const left = await call("listMySessions", { token: ada.token });

      expect(ended.body).toEqual({ revoked: 2 });
      expect(left.body).toMatchObject({ data: [{ id: ada.sessionId }] });
    },
  ],
  [
    "someone else's session is as good as none",
    async ({ person, call }) => {
      const ada = await person();
      const eve = await person();

      const refused = await call("revokeMySession", {
        token: eve.token,
        params: { id: ada.sessionId },
      });

      expect(refused).toMatchObject({ status: 404, code: "session_not_found" });
      expect(await call("getMe", { token: ada.token })).toMatchObject({ status: 200 });
    },
  ],
  [
    "who signs out is out",
    async ({ person, call }) => {
      const { token, refreshToken } = await person();

      expect(await call("signOut", { token })).toMatchObject({ status: 204 });
      expect(await call("getMe", { token })).toMatchObject({ code: "session_revoked" });
      expect(await call("refresh", { body: { refresh_token: refreshToken } })).toMatchObject({
        code: "session_revoked",
      });
    },
  ],
  [
    "a refresh token is exchanged for a new pair of the same session",
    async ({ person, call }) => {
      const ada = await person();

      const { body } = await call("refresh", { body: { refresh_token: ada.refreshToken } });

      expect(body).toMatchObject({ id: ada.sessionId });
      expect(body["refresh_token"]).not.toBe(ada.refreshToken);
      expect(await call("getMe", { token: String(body["access_token"]) })).toMatchObject({
        status: 200,
      });
    },
  ],
  [
    "a lost answer is given again for ten seconds",
    async ({ person, call }) => {
      const { refreshToken } = await person();
      const refresh = () => call("refresh", { body: { refresh_token: refreshToken } });

      const first = await refresh();
      advance(5000);
      const again = await refresh();

      expect(again.body["refresh_token"]).toBe(first.body["refresh_token"]);
    },
  ],
  [
    "a refresh token that comes back later ends the session",
    async ({ person, call }) => {
      const { refreshToken } = await person();
      const refresh = (token: unknown) => call("refresh", { body: { refresh_token: token } });
      const { body: next } = await refresh(refreshToken);
      advance(11_000);

      expect(await refresh(refreshToken)).toMatchObject({
        status: 401,
        code: "refresh_token_invalid",
      });
      expect(await refresh(next["refresh_token"])).toMatchObject({
        status: 401,
        code: "session_revoked",
      });
      expect(await call("getMe", { token: String(next["access_token"]) })).toMatchObject({
        status: 401,
        code: "session_revoked",
      });
    },
  ],
  [
    "a refresh token whose successor was used ends the session at once",
    async ({ person, call }) => {
      const { refreshToken } = await person();
      const refresh = (token: unknown) => call("refresh", { body: { refresh_token: token } });
      const { body: second } = await refresh(refreshToken);
      await refresh(second["refresh_token"]);

      expect(await refresh(refreshToken)).toMatchObject({ code: "refresh_token_invalid" });
    },
  ],
  [
    "a refresh token ends with its session, and nonsense never worked",
    async ({ person, call }) => {
      const { refreshToken } = await person();
      advance(31 * 86_400_000);

      expect(await call("refresh", { body: { refresh_token: refreshToken } })).toMatchObject({
        status: 401,
        code: "refresh_token_expired",
      });
      expect(await call("refresh", { body: { refresh_token: "nonsense" } })).toMatchObject({
        status: 401,
        code: "refresh_token_invalid",
      });
      expect(await call("refresh", { body: {} })).toMatchObject({
        status: 422,
        code: "validation_failed",
      });
    },
  ],
];
