import { expect } from "vitest";
import { make, refusedField } from "../cast.js";
import { advance, type Json, type Scenario, type Stage } from "../stage.js";

/** Someone with an authenticator app, and another one that she has not confirmed. */
async function enrolled(stage: Stage) {
  const person = await stage.person();
  const { token, id } = person;
  const { body } = await stage.call("enrollTotp", { token });
  const code = stage.target.totpCode(String(body["secret"]));
  await stage.call("confirmTotp", { token, body: { factor_id: body["factor_id"], code } });
  await stage.call("enrollTotp", { token });
  advance(31_000);
  const list = () => stage.call("listUserFactors", { params: { id } });
  const remove = (factorId: string, headers = {}) =>
    stage.call("removeUserFactor", { params: { id, factorId }, headers });
  const secret = String(body["secret"]);
  return { ...person, factorId: String(body["factor_id"]), secret, list, remove };
}

export const adminFactors: readonly Scenario[] = [
  [
    "an administrator sees which factors a person holds, and no secret",
    async (stage) => {
      const { list, factorId } = await enrolled(stage);

      const { body } = await list();

      expect(body["data"]).toHaveLength(1);
      expect(Object.keys((body["data"] as Json[])[0] ?? {}).toSorted()).toEqual([
        "created_at",
        "id",
        "last_used_at",
        "type",
      ]);
      expect(body).toMatchObject({ data: [{ id: factorId, type: "totp" }] });
    },
  ],
  [
    "without her last factor a person signs in by her password alone",
    async (stage) => {
      const { call } = stage;
      const { id, email, password, list, remove, factorId } = await enrolled(stage);
      const enter = () => call("signIn", { body: { email, password } });
      const before = await call("getUser", { params: { id } });
      const asked = await enter();

      expect(await remove(factorId)).toMatchObject({ status: 204 });

      const after = await call("getUser", { params: { id } });
      const { challenge_id } = asked.body["error"] as { challenge_id: string };
      expect(asked).toMatchObject({ code: "mfa_required" });
      expect(after.body).toMatchObject({
        mfa_enrolled: false,
        version: Number(before.body["version"]) + 1,
      });
      expect((await list()).body).toEqual({ data: [] });
      expect(await enter()).toMatchObject({ status: 200 });
      expect(await call("verifyTotp", { body: { challenge_id, code: "123456" } })).toMatchObject({
        status: 422,
        body: { error: { fields: { challenge_id: [{}] } } },
      });
      expect(
        (await call("listAuditEvents", { query: { resource_id: id, type: "factor.removed" } }))
          .body,
      ).toMatchObject({ data: [{ metadata: { factor_id: factorId } }] });
    },
  ],
  [
    "a half-done sign-in does not outlive the password it began with",
    async (stage) => {
      const { id, email, password, secret } = await enrolled(stage);
      const asked = await stage.call("signIn", { body: { email, password } });
      const { challenge_id } = asked.body["error"] as { challenge_id: string };

      await stage.call("setUserPassword", {
        params: { id },
        body: { password: "set by an administrator" },
      });

      const code = stage.target.totpCode(secret);
      expect(await stage.call("verifyTotp", { body: { challenge_id, code } })).toMatchObject(
        refusedField("challenge_id", "expired"),
      );
    },
  ],
  [
    "a removal may say which version it is based on",
    async (stage) => {
      const { remove, factorId } = await enrolled(stage);

      expect(await remove(factorId, { "If-Match": '"99"' })).toMatchObject({ status: 412 });
      expect(await remove(factorId)).toMatchObject({ status: 204 });
    },
  ],
  [
    "a factor is one person's alone",
    async (stage) => {
      const { factorId, remove } = await enrolled(stage);
      const { id } = await make(stage);
      const missing = { status: 404, code: "factor_not_found" };
      const params = { id, factorId };

      expect(await stage.call("removeUserFactor", { params })).toMatchObject(missing);
      expect(await remove("fct_none")).toMatchObject(missing);
      for (const name of ["listUserFactors", "removeUserFactor"] as const)
        expect(await stage.call(name, { params: { id: "usr_none", factorId } })).toMatchObject({
          status: 404,
          code: "user_not_found",
        });
      expect(await remove(factorId)).toMatchObject({ status: 204 });
    },
  ],
];
