import { expect } from "vitest";
import { advance, type Answer, type Person, type Scenario, type Stage } from "../stage.js";

async function enroll(stage: Stage): Promise<Person & { code(): string }> {
  const person = await stage.person();
  const { token } = person;
  const { body } = await stage.call("enrollTotp", { token });
  const code = () => stage.target.totpCode(String(body["secret"]));
  await stage.call("confirmTotp", { token, body: { factor_id: body["factor_id"], code: code() } });
  // A code works once; the next one comes after half a minute.
  advance(31_000);
  return { ...person, code };
}

const challengeIn = ({ body }: Answer) => (body["error"] as { challenge_id: string }).challenge_id;

export const totp: readonly Scenario[] = [
  [
    "a person adds an authenticator app",
    async ({ person, call, target }) => {
      const { token } = await person();

      const { status, body } = await call("enrollTotp", { token });
      const confirm = (code: string) =>
        call("confirmTotp", { token, body: { factor_id: body["factor_id"], code } });
      const wrong = await confirm("000000");
      const before = await call("getMe", { token });
      const right = await confirm(target.totpCode(String(body["secret"])));
      const twice = await confirm(target.totpCode(String(body["secret"])));
      const { body: everything } = await call("exportMe", { token });
      const after = await call("getMe", { token });

      expect(status).toBe(201);
      expect(body["otpauth_uri"]).toMatch(/^otpauth:\/\/totp\//);
      expect(wrong).toMatchObject({
        status: 422,
        code: "validation_failed",
        body: { error: { fields: { code: [{ code: "invalid_code" }] } } },
      });
      expect(before.body).toMatchObject({ mfa_enrolled: false });
      expect(right.body).toMatchObject({ id: body["factor_id"], type: "totp" });
      expect(twice).toMatchObject({ status: 404, code: "factor_not_found" });
      expect(after.body).toMatchObject({ mfa_enrolled: true });
      expect(everything).toMatchObject({ factors: [{ id: body["factor_id"], type: "totp" }] });
    },
  ],
  [
    "someone else's app is not hers to confirm",
    async ({ person, call }) => {
      const ada = await person();
      const eve = await person();
      const { body } = await call("enrollTotp", { token: ada.token });

      const refused = await call("confirmTotp", {
        token: eve.token,
        body: { factor_id: body["factor_id"], code: "123456" },
      });

      expect(refused).toMatchObject({ status: 404, code: "factor_not_found" });
    },
  ],
  [
    "from then on the password asks for the code",
    async (stage) => {
      const { email, password, code } = await enroll(stage);

      const asked = await stage.call("signIn", { body: { email, password } });
      const challengeId = challengeIn(asked);
      const wrong = await stage.call("verifyTotp", {
        body: { challenge_id: challengeId, code: "000000" },
      });
      const right = await stage.call("verifyTotp", {
        body: { challenge_id: challengeId, code: code() },
      });
      const again = await stage.call("verifyTotp", {
        body: { challenge_id: challengeId, code: code() },
      });

      expect(asked).toMatchObject({ status: 403, code: "mfa_required" });
      expect(wrong).toMatchObject({ status: 422, code: "validation_failed" });
      expect(right.body).toMatchObject({ user: { email, mfa_enrolled: true } });
      expect(again).toMatchObject({ status: 422, code: "validation_failed" });
    },
  ],
  [
    "a challenge takes five tries and five minutes",
    async (stage) => {
      const { email, password, code } = await enroll(stage);
      const ask = async () =>
        challengeIn(await stage.call("signIn", { body: { email, password } }));
      const answer = (challengeId: string, typed: string) =>
        stage.call("verifyTotp", { body: { challenge_id: challengeId, code: typed } });
      const expired = {
        status: 422,
        body: { error: { fields: { challenge_id: [{ code: "expired" }] } } },
      };

      const guessed = await ask();
      for (let tries = 0; tries < 5; tries += 1) await answer(guessed, "000000");
      expect(await answer(guessed, code())).toMatchObject(expired);
      const late = await ask();
      advance(301_000);
      expect(await answer(late, code())).toMatchObject(expired);
      expect(await answer("nonsense", code())).toMatchObject({ status: 422 });
      expect(await answer(late, "12")).toMatchObject({ status: 422, code: "validation_failed" });
    },
  ],
];
