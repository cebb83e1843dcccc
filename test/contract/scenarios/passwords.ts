import { expect } from "vitest";
import { advance, type Scenario, tokenIn } from "../stage.js";

export const passwords: readonly Scenario[] = [
  [
    "a person changes her password, and her other sessions end",
    async ({ person, signIn, call }) => {
      const ada = await person();
      const other = await signIn(ada);
      const body = { current_password: ada.password, new_password: "another long one" };

      const changed = await call("changePassword", { token: ada.token, body });

      expect(changed.body).toEqual({ sessions_revoked: 1 });
      expect(await call("getMe", { token: other.token })).toMatchObject({
        status: 401,
        code: "session_revoked",
      });
      expect(await call("getMe", { token: ada.token })).toMatchObject({ status: 200 });
      expect(
        await call("signIn", { body: { email: ada.email, password: ada.password } }),
      ).toMatchObject({ status: 401, code: "invalid_credentials" });
      await signIn({ ...ada, password: "another long one" });
    },
  ],
  [
    "her other sessions go on if she says so",
    async ({ person, signIn, call }) => {
      const ada = await person();
      const other = await signIn(ada);

      const changed = await call("changePassword", {
        token: ada.token,
        body: {
          current_password: ada.password,
          new_password: "another long one",
          revoke_other_sessions: false,
        },
      });

      expect(changed.body).toEqual({ sessions_revoked: 0 });
      expect(await call("getMe", { token: other.token })).toMatchObject({ status: 200 });
    },
  ],
  [
    "a wrong current password is told apart from a weak new one",
    async ({ person, call }) => {
      const { token, password } = await person();
      const change = (current: string, next: string) =>
        call("changePassword", { token, body: { current_password: current, new_password: next } });
      const weak = (code: string) => ({
        status: 422,
        code: "password_too_weak",
        body: { error: { fields: { new_password: [{ code }] } } },
      });

      expect(await change("wrong", "another long one")).toMatchObject({
        status: 422,
        code: "password_incorrect",
        body: { error: { fields: { current_password: [{ code: "password_incorrect" }] } } },
      });
      expect(await change(password, "sh0rt!")).toMatchObject(weak("too_short"));
      expect(await change(password, "x".repeat(129))).toMatchObject(weak("too_long"));
      expect(await change(password, "password")).toMatchObject(weak("common"));
      expect(await call("changePassword", { token, body: {} })).toMatchObject({
        status: 422,
        code: "validation_failed",
        body: {
          error: {
            fields: {
              current_password: [{ code: "required" }],
              new_password: [{ code: "required" }],
            },
          },
        },
      });
    },
  ],
  [
    "whoever asks to reset a password gets the same answer",
    async ({ person, call, mailsTo }) => {
      const { email } = await person();
      const before = (await mailsTo(email)).length;

      const known = await call("forgotPassword", { body: { email } });
      const unknown = await call("forgotPassword", { body: { email: "nobody@example.com" } });
      const wrong = await call("forgotPassword", { body: { email: "nobody" } });

      expect(known).toMatchObject({ status: 202, body: {} });
      expect(unknown).toMatchObject({ status: 202, body: {} });
      expect(wrong).toMatchObject({ status: 422, code: "invalid_email" });
      expect(await mailsTo(email)).toHaveLength(before + 1);
      expect(await mailsTo("nobody@example.com")).toHaveLength(0);
    },
  ],
  [
    "a reset link ends after an hour, and when the password changes",
    async ({ person, call, mailsTo }) => {
      const ada = await person();
      const ask = async () => {
        await call("forgotPassword", { body: { email: ada.email } });
        return tokenIn((await mailsTo(ada.email))[0]);
      };
      const reset = (token: string) =>
        call("resetPassword", { body: { token, new_password: "another long one" } });
      const late = await ask();
      await call("changePassword", {
        token: ada.token,
        body: { current_password: ada.password, new_password: "a changed long one" },
      });

      expect(await reset(late)).toMatchObject({ status: 422, code: "validation_failed" });
      const expired = await ask();
      advance(3_601_000);
      expect(await reset(expired)).toMatchObject({
        status: 422,
        body: { error: { fields: { token: [{ code: "expired" }] } } },
      });
      expect(await reset("nonsense")).toMatchObject({ status: 422, code: "validation_failed" });
    },
  ],
  [
    "a mailed link resets the password once, and ends every session",
    async ({ person, signIn, call, mailsTo }) => {
      const ada = await person();
      await call("forgotPassword", { body: { email: ada.email } });
      const [mail] = await mailsTo(ada.email);
      const reset = (password: string, token = tokenIn(mail)) =>
        call("resetPassword", { body: { token, new_password: password } });

      expect(mail?.links[0]).toMatch(/\/reset-password#token=/);
      expect(await reset("sh0rt!")).toMatchObject({ status: 422, code: "password_too_weak" });
      expect(await reset("another long one")).toMatchObject({ status: 204 });
      expect(await reset("yet another one")).toMatchObject({
        status: 422,
        code: "validation_failed",
        body: { error: { fields: { token: [{ code: "used" }] } } },
      });
      expect(await call("getMe", { token: ada.token })).toMatchObject({ code: "session_revoked" });
      await signIn({ ...ada, password: "another long one" });
    },
  ],
];
