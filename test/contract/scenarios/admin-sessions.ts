import { expect } from "vitest";
import { asAdmin, idsIn, make } from "../cast.js";
import { advance, type Scenario } from "../stage.js";

export const adminSessions: readonly Scenario[] = [
  [
    "an administrator sees a person's sessions, the latest used first",
    async ({ person, signIn, call }) => {
      const ada = await person();
      advance(1000);
      const other = await signIn(ada);

      const byPerson = await call("listUserSessions", { params: { id: ada.id } });
      const byQuery = await call("listSessions", { query: { user_id: ada.id } });

      expect(byPerson.body).toMatchObject({
        data: [
          { id: other.sessionId, user_id: ada.id, current: false, impersonated: false },
          { id: ada.sessionId, user_id: ada.id, current: false, impersonated: false },
        ],
      });
      expect(byQuery.body).toEqual(byPerson.body);
      expect((await call("getSession", { params: { id: ada.sessionId } })).body).toMatchObject({
        id: ada.sessionId,
      });
    },
  ],
  [
    "one session ends, and is refused at its next call",
    async ({ person, signIn, call }) => {
      const ada = await person();
      const other = await signIn(ada);
      const params = { id: other.sessionId };
      const end = () => call("revokeSession", { params });

      expect((await end()).body).toEqual({ revoked: 1 });
      expect(await call("getMe", { token: other.token })).toMatchObject({
        code: "session_revoked",
      });
      expect((await end()).body).toEqual({ revoked: 0 });
      expect(await call("getSession", { params })).toMatchObject({ code: "session_not_found" });
      expect(idsIn(await call("listUserSessions", { params: { id: ada.id } }))).toEqual([
        ada.sessionId,
      ]);
    },
  ],
  [
    "all of a person's sessions end at once, and the log names them",
    async ({ person, signIn, call }) => {
      const ada = await person();
      const other = await signIn(ada);
      const params = { id: ada.id };

      expect((await call("revokeUserSessions", { params })).body).toEqual({ revoked: 2 });
      expect((await call("revokeUserSessions", { params })).body).toEqual({ revoked: 0 });
      expect(await call("getMe", { token: ada.token })).toMatchObject({ code: "session_revoked" });
      expect(await call("refresh", { body: { refresh_token: other.refreshToken } })).toMatchObject({
        code: "session_revoked",
      });
      const { body } = await call("listAuditEvents", {
        query: { resource_id: ada.id, type: "session.revoked" },
      });
      const [event] = body["data"] as { metadata: { session_ids: string[] } }[];
      expect(event?.metadata.session_ids.toSorted()).toEqual(
        [ada.sessionId, other.sessionId].toSorted(),
      );
    },
  ],
  [
    "an administrator finds the session she uses herself",
    async (stage) => {
      await asAdmin(stage, async ({ id, token, sessionId }) => {
        const list = await stage.call("listUserSessions", { token, params: { id } });

        expect(list.body).toMatchObject({ data: [{ id: sessionId, current: true }] });
      });
    },
  ],
  [
    "someone else's hand in a person's place shows among her sessions, and its end is told",
    async ({ person, call }) => {
      const { id } = await person();
      const { body } = await call("impersonate", { body: { user_id: id, reason: "Help" } });
      const list = await call("listUserSessions", { params: { id } });

      await call("signOut", { token: String(body["access_token"]) });

      const log = await call("listAuditEvents", {
        query: { resource_id: id, type: "user.impersonat*" },
      });
      expect(list.body["data"]).toContainEqual(
        expect.objectContaining({ id: body["session_id"], impersonated: true }),
      );
      expect(log.body["data"]).toMatchObject([
        { type: "user.impersonation_ended", metadata: { session_id: body["session_id"] } },
        {
          type: "user.impersonated",
          reason: "Help",
          metadata: { session_id: body["session_id"] },
        },
      ]);
    },
  ],
  [
    "there is no such session, and nobody whose sessions these would be",
    async (stage) => {
      const { call } = stage;
      const { id } = await make(stage);
      const nobody = { status: 404, code: "user_not_found" };
      const params = { id: "usr_none" };

      expect(await call("listUserSessions", { params: { id } })).toMatchObject({
        body: { data: [] },
      });
      expect(await call("listUserSessions", { params })).toMatchObject(nobody);
      expect(await call("revokeUserSessions", { params })).toMatchObject(nobody);
      expect(await call("listSessions", { query: { user_id: "usr_none" } })).toMatchObject(nobody);
      expect(await call("listSessions")).toMatchObject({ status: 422 });
      for (const name of ["getSession", "revokeSession"] as const)
        expect(await call(name, { params: { id: "ses_none" } })).toMatchObject({
          status: 404,
          code: "session_not_found",
        });
    },
  ],
];
