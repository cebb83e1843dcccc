import { expect } from "vitest";
import { type Scenario, tokenIn } from "../stage.js";

const password = "long enough";
let made = 0;
const newAddress = () => `someone${(made += 1)}@example.com`;

export const signIn: readonly Scenario[] = [
  [
    "whoever signs up is signed in, and asked to prove her address",
    async ({ call, mailsTo }) => {
      const email = newAddress();

      const { status, body } = await call("signUp", {
        body: { email, password, first_name: "Ada", last_name: "Lovelace" },
      });
      const { user, session } = body as { user: object; session: { access_token: string } };
      const proven = await call("verifyEmail", {
        token: session.access_token,
        body: { token: tokenIn((await mailsTo(email))[0]) },
      });

      expect(status).toBe(201);
      expect(user).toMatchObject({
        email,
        name: "Ada Lovelace",
        email_verified: false,
        status: "unverified",
        role: "member",
      });
      expect(proven.body).toMatchObject({ email_verified: true, status: "active" });
    },
  ],
  [
    "a taken address, a weak password and a role are refused at sign-up",
    async ({ person, call }) => {
      const ada = await person();
      const signUp = (body: object) =>
        call("signUp", { body: { email: newAddress(), password, ...body } });

      expect(await signUp({ email: ada.email.toUpperCase() })).toMatchObject({
        status: 409,
        code: "email_already_exists",
      });
      expect(await signUp({ password: "sh0rt!" })).toMatchObject({
        status: 422,
        code: "password_too_weak",
        body: { error: { fields: { password: [{ code: "too_short" }] } } },
      });
      expect(await signUp({ role: "admin" })).toMatchObject({
        status: 422,
        code: "validation_failed",
        body: { error: { fields: { role: [{ code: "unknown_field" }] } } },
      });
      expect(await signUp({ email: "nobody" })).toMatchObject({
        status: 422,
        code: "invalid_email",
      });
    },
  ],
  [
    "a wrong password and an unknown address get the same answer",
    async ({ person, call }) => {
      const { email } = await person();
      const wrong = { status: 401, code: "invalid_credentials" };
      const enter = (body: object) => call("signIn", { body });

      expect(await enter({ email, password: "wrong" })).toMatchObject(wrong);
      expect(await enter({ email: newAddress(), password })).toMatchObject(wrong);
      expect(await enter({ email, password: "" })).toMatchObject({
        status: 422,
        code: "validation_failed",
      });
    },
  ],
  [
    "the address may be spelled in any case",
    async ({ person, call }) => {
      const ada = await person();

      const entered = await call("signIn", {
        body: { email: ada.email.toUpperCase(), password: ada.password },
      });

      expect(entered.body).toMatchObject({ user: { email: ada.email } });
      expect(entered.body).toHaveProperty("user.last_sign_in_at", expect.any(String));
    },
  ],
  [
    "ten wrong passwords lock the account for a while",
    async ({ person, call }) => {
      const ada = await person();
      const enter = (typed: string) =>
        call("signIn", { body: { email: ada.email, password: typed } });
      for (let tries = 0; tries < 10; tries += 1) await enter("wrong");

      const locked = await enter(ada.password);

      expect(locked).toMatchObject({ status: 403, code: "account_locked" });
      expect(Number(locked.headers.get("retry-after"))).toBeGreaterThan(800);
    },
  ],
  [
    "a disabled person is told so, but only with the right password",
    async ({ person, call }) => {
      const ada = await person();
      const enter = (typed: string) =>
        call("signIn", { body: { email: ada.email, password: typed } });
      await call("updateUser", { params: { id: ada.id }, body: { disabled: true } });

      expect(await enter("wrong")).toMatchObject({ status: 401, code: "invalid_credentials" });
      expect(await enter(ada.password)).toMatchObject({ status: 403, code: "account_disabled" });
    },
  ],
  [
    "only a publishable key signs people in",
    async ({ person, call, target }) => {
      const { email, token } = await person();
      const body = { email, password };
      const wrong = { status: 401, code: "invalid_publishable_key" };

      for (const bearer of ["pk_test_nonsense", target.secretKey, token])
        expect(await call("signIn", { body, token: bearer })).toMatchObject(wrong);
      expect(await call("signIn", { body, headers: { Authorization: "" } })).toMatchObject({
        status: 401,
        code: "missing_token",
      });
    },
  ],
];
