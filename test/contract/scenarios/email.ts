import { expect } from "vitest";
import { advance, type Scenario, tokenIn } from "../stage.js";

const hour = 3_600_000;

let made = 0;
const newAddress = () => `new${(made += 1)}@example.com`;

export const email: readonly Scenario[] = [
  [
    "a new address waits until it is proven, and the old one is told",
    async ({ person, call, mailsTo }) => {
      const { token, email: old } = await person();
      const address = newAddress();

      const asked = await call("updateMe", { token, body: { email: address } });
      const [mail] = await mailsTo(address);
      const [notice] = await mailsTo(old);
      const proven = await call("verifyEmail", { token, body: { token: tokenIn(mail) } });

      expect(asked.body).toMatchObject({
        email: old,
        email_verified: true,
        pending_email: address,
      });
      expect(mail?.links[0]).toMatch(/\/verify-email#token=/);
      expect(notice?.links).toEqual([]);
      expect(proven.body).toMatchObject({
        email: address,
        email_verified: true,
        pending_email: null,
      });
    },
  ],
  [
    "another spelling of the same address needs no proof",
    async ({ person, call }) => {
      const { token, email: old } = await person();

      const saved = await call("updateMe", { token, body: { email: old.toUpperCase() } });

      expect(saved.body).toMatchObject({
        email: old.toUpperCase(),
        email_verified: true,
        pending_email: null,
      });
    },
  ],
  [
    "an address that is someone else's is refused",
    async ({ person, call }) => {
      const { token } = await person();
      const other = await person();

      const taken = await call("updateMe", { token, body: { email: other.email.toUpperCase() } });

      expect(taken).toMatchObject({
        status: 409,
        code: "email_already_exists",
        body: { error: { fields: { email: [{ code: "email_already_exists" }] } } },
      });
    },
  ],
  [
    "an old sign-in is not enough to change the address, and the password makes up for it",
    async ({ person, call }) => {
      const { password, refreshToken } = await person();
      advance(hour + 60_000);
      const { body: tokens } = await call("refresh", { body: { refresh_token: refreshToken } });
      const token = String(tokens["access_token"]);
      const change = (body: object) =>
        call("updateMe", { token, body: { email: newAddress(), ...body } });

      expect(await change({})).toMatchObject({ status: 403, code: "reauthentication_required" });
      expect(await change({ current_password: "wrong" })).toMatchObject({
        status: 422,
        code: "password_incorrect",
        body: { error: { fields: { current_password: [{ code: "password_incorrect" }] } } },
      });
      expect(await change({ current_password: password })).toMatchObject({ status: 200 });
    },
  ],
  [
    "a mail can be sent again after a minute",
    async ({ person, call, mailsTo }) => {
      const { token } = await person();
      const address = newAddress();
      await call("updateMe", { token, body: { email: address } });

      const early = await call("resendEmail", { token });
      advance(61_000);
      const again = await call("resendEmail", { token });

      expect(early).toMatchObject({ status: 429, code: "rate_limit_exceeded" });
      expect(Number(early.headers.get("retry-after"))).toBeGreaterThan(0);
      expect(again.body).toMatchObject({ pending_email: address });
      expect(await mailsTo(address)).toHaveLength(2);
    },
  ],
  [
    "with nothing to prove there is nothing to send",
    async ({ person, call }) => {
      const { token } = await person();

      const refused = await call("resendEmail", { token });

      expect(refused).toMatchObject({ status: 422, code: "validation_failed" });
    },
  ],
  [
    "a change that is called off cannot be proven",
    async ({ person, call, mailsTo }) => {
      const { token, email: old } = await person();
      const address = newAddress();
      await call("updateMe", { token, body: { email: address } });

      const cancelled = await call("cancelEmail", { token });
      const cancelledAgain = await call("cancelEmail", { token });
      const late = await call("verifyEmail", {
        token,
        body: { token: tokenIn((await mailsTo(address))[0]) },
      });

      expect(cancelled.body).toMatchObject({ email: old, pending_email: null });
      expect(cancelledAgain.status).toBe(200);
      expect(late).toMatchObject({ status: 422, code: "validation_failed" });
    },
  ],
  [
    "a link works once, for its own person, and not for ever",
    async ({ person, call, mailsTo }) => {
      const ada = await person();
      const eve = await person();
      const first = newAddress();
      await call("updateMe", { token: ada.token, body: { email: first } });
      const token = tokenIn((await mailsTo(first))[0]);
      const prove = (who: string, proof: string) =>
        call("verifyEmail", { token: who, body: { token: proof } });
      const refused = (code: string) => ({
        status: 422,
        code: "validation_failed",
        body: { error: { fields: { token: [{ code }] } } },
      });

      expect(await prove(eve.token, token)).toMatchObject(refused("invalid_token"));
      expect(await prove(ada.token, token)).toMatchObject({ status: 200 });
      expect(await prove(ada.token, token)).toMatchObject(refused("used"));
      expect(await prove(ada.token, "nonsense")).toMatchObject(refused("invalid_token"));
    },
  ],
  [
    "a link ends after a day",
    async ({ person, signIn, call, mailsTo }) => {
      const ada = await person();
      const address = newAddress();
      await call("updateMe", { token: ada.token, body: { email: address } });
      const proof = tokenIn((await mailsTo(address))[0]);
      advance(25 * hour);
      const { token } = await signIn(ada);

      const late = await call("verifyEmail", { token, body: { token: proof } });

      expect(late).toMatchObject({
        status: 422,
        body: { error: { fields: { token: [{ code: "expired" }] } } },
      });
    },
  ],
  [
    "whoever has not proven her first address can have the mail again",
    async ({ call, mailsTo }) => {
      const email = newAddress();
      const { body } = await call("signUp", { body: { email, password: "long enough" } });
      const token = (body["session"] as { access_token: string }).access_token;

      const early = await call("resendEmail", { token });
      advance(61_000);
      await call("resendEmail", { token });
      const proof = tokenIn((await mailsTo(email))[0]);
      const proven = await call("verifyEmail", { token, body: { token: proof } });

      expect(early).toMatchObject({ status: 429 });
      expect(await mailsTo(email)).toHaveLength(2);
      expect(proven.body).toMatchObject({ email, email_verified: true });
    },
  ],
  [
    "an address that someone took in the meantime is not proven any more",
    async ({ person, call, mailsTo, target }) => {
      const { token } = await person();
      const address = newAddress();
      await call("updateMe", { token, body: { email: address } });
      const proof = tokenIn((await mailsTo(address))[0]);
      await call("signUp", { body: { email: address, password: "long enough" } });

      const late = await call("verifyEmail", { token, body: { token: proof } });

      expect(late, target.url).toMatchObject({ status: 409, code: "email_already_exists" });
    },
  ],
];
