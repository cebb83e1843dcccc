import { expect } from "vitest";
import { asAdmin, make, refusedField } from "../cast.js";
import { type Scenario, tokenIn } from "../stage.js";

export const adminPasswords: readonly Scenario[] = [
  [
    "an administrator sets a password, and the person is told",
    async ({ person, call, mailsTo }) => {
      const ada = await person();
      const password = "set by an administrator";
      const before = (await mailsTo(ada.email)).length;

      const set = await call("setUserPassword", { params: { id: ada.id }, body: { password } });
      const old = await call("signIn", { body: { email: ada.email, password: ada.password } });
      const now = await call("signIn", { body: { email: ada.email, password } });

      expect(set).toMatchObject({ status: 200, body: { sessions_revoked: 0 } });
      expect(old).toMatchObject({ code: "invalid_credentials" });
      expect(now).toMatchObject({ status: 200 });
      expect(await call("getMe", { token: ada.token })).toMatchObject({ status: 200 });
      expect(await mailsTo(ada.email)).toHaveLength(before + 1);
    },
  ],
  [
    "her sessions end with it when that is asked for",
    async ({ person, call }) => {
      const { id, token } = await person();
      const body = { password: "set by an administrator", sign_out_all_sessions: true };

      expect(await call("setUserPassword", { params: { id }, body })).toMatchObject({
        body: { sessions_revoked: 1 },
      });
      expect(await call("getMe", { token })).toMatchObject({ code: "session_revoked" });
    },
  ],
  [
    "a password that is set ends the links that were mailed before",
    async (stage) => {
      const { call, mailsTo } = stage;
      const { id, email } = await make(stage);
      const token = tokenIn((await mailsTo(email))[0]);

      const set = await call("setUserPassword", {
        params: { id },
        body: { password: "set by an administrator" },
      });

      expect(set.body).toMatchObject({ user: { status: "unverified" } });
      expect(
        await call("resetPassword", { body: { token, new_password: "chosen by herself" } }),
      ).toMatchObject(refusedField("token", "invalid_token"));
    },
  ],
  [
    "a weak password is refused before anything else happens",
    async (stage) => {
      const { id } = await make(stage);
      const set = (password: string) =>
        stage.call("setUserPassword", { params: { id }, body: { password } });

      expect(await set("short")).toMatchObject({
        ...refusedField("password", "too_short"),
        code: "password_too_weak",
      });
      expect(await set("password1")).toMatchObject(refusedField("password", "common"));
      expect((await stage.call("getUser", { params: { id } })).body).toMatchObject({
        status: "pending",
        version: 1,
      });
    },
  ],
  [
    "an administrator's own password takes the current one",
    async (stage) => {
      await asAdmin(stage, async ({ id, token }) => {
        expect(
          await stage.call("setUserPassword", {
            token,
            params: { id },
            body: { password: "without the current one" },
          }),
        ).toMatchObject({ status: 409, code: "self_action" });
      });
    },
  ],
  [
    "a link to choose a new password is mailed, and works",
    async ({ person, call, mailsTo }) => {
      const { id, email, token } = await person();

      const sent = await call("sendPasswordReset", { params: { id }, body: {} });
      const [mail] = await mailsTo(email);
      const kept = await call("getMe", { token });
      const reset = await call("resetPassword", {
        body: { token: tokenIn(mail), new_password: "chosen by herself" },
      });

      expect(sent).toMatchObject({ status: 200, body: { user: { id }, sessions_revoked: 0 } });
      expect(mail?.links[0]).toContain("/reset-password#token=");
      expect(kept).toMatchObject({ status: 200 });
      expect(reset).toMatchObject({ status: 204 });
    },
  ],
  [
    "the link may come with the end of her sessions",
    async ({ person, call }) => {
      const { id, token } = await person();

      expect(
        await call("sendPasswordReset", { params: { id }, body: { revoke_sessions: true } }),
      ).toMatchObject({ body: { sessions_revoked: 1 } });
      expect(await call("getMe", { token })).toMatchObject({ code: "session_revoked" });
    },
  ],
  [
    "whoever never chose a password is invited again, and the first link is void",
    async (stage) => {
      const { call, mailsTo } = stage;
      const { id, email } = await make(stage);
      const first = tokenIn((await mailsTo(email))[0]);

      await call("sendPasswordReset", { params: { id }, body: {} });
      const [mail] = await mailsTo(email);
      const choose = (token: string) =>
        call("resetPassword", { body: { token, new_password: "chosen by herself" } });

      expect(mail?.links[0]).toContain("/accept-invitation#token=");
      expect(await choose(first)).toMatchObject(refusedField("token", "invalid_token"));
      expect(await choose(tokenIn(mail))).toMatchObject({ status: 204 });
    },
  ],
  [
    "nobody mails a link to someone who is shut out",
    async (stage) => {
      const { id } = await make(stage, { disabled: true });

      expect(await stage.call("sendPasswordReset", { params: { id } })).toMatchObject(
        refusedField("status", "account_disabled"),
      );
    },
  ],
];
