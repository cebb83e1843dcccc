import { expect } from "vitest";
import type { Scenario } from "../stage.js";

export const requests: readonly Scenario[] = [
  [
    "a body that is no JSON object is refused",
    async ({ person, call }) => {
      const { token } = await person();
      const send = (text: string, headers = {}) => call("updateMe", { token, text, headers });

      expect(await send("{")).toMatchObject({ status: 400, code: "malformed_json" });
      expect(await send("[]")).toMatchObject({ status: 422, code: "validation_failed" });
      expect(await send("null")).toMatchObject({ status: 422, code: "validation_failed" });
      expect(await send("{}", { "Content-Type": "text/plain" })).toMatchObject({
        status: 415,
        code: "unsupported_media_type",
      });
      expect(await send(JSON.stringify({ name: "x".repeat(70_000) }))).toMatchObject({
        status: 413,
        code: "payload_too_large",
      });
    },
  ],
  [
    "names that objects are born with are unknown fields",
    async ({ person, call }) => {
      const { token } = await person();

      const refused = await call("updateMe", { token, text: '{"toString": 1, "valueOf": 2}' });

      expect(refused).toMatchObject({ status: 422, code: "validation_failed" });
    },
  ],
  [
    "the same key and body act once",
    async ({ person, signIn, call }) => {
      const ada = await person();
      await signIn(ada);
      const change = (next: string) =>
        call("changePassword", {
          token: ada.token,
          body: { current_password: ada.password, new_password: next },
          headers: { "Idempotency-Key": `key-${ada.id}` },
        });

      const first = await change("another long one");
      const again = await change("another long one");
      const other = await change("yet another one");

      expect(first.body).toEqual({ sessions_revoked: 1 });
      expect(again).toMatchObject({ status: 200, body: { sessions_revoked: 1 } });
      expect(other).toMatchObject({ status: 409, code: "idempotency_key_reused" });
    },
  ],
  [
    "one key goes with one call",
    async ({ person, call }) => {
      const { token, id } = await person();
      const headers = { "Idempotency-Key": `one-${id}` };
      const long = { "Idempotency-Key": "x".repeat(256) };

      await call("enrollTotp", { token, headers });

      expect(await call("signOut", { token, headers })).toMatchObject({
        status: 409,
        code: "idempotency_key_reused",
      });
      expect(await call("signOut", { token, headers: long })).toMatchObject({
        status: 422,
        code: "validation_failed",
      });
    },
  ],
  [
    "there is nothing where the table has nothing",
    async ({ target, notes }) => {
      for (const path of ["/v1/auth/shoes", "/v1/auth/me/shoes", "/v9"]) {
        const response = await target.fetch(target.url + path);
        const { error } = (await response.json()) as { error: { code: string } };
        notes.push([path, response.status, error.code]);
        expect(response.status).toBe(404);
      }
    },
  ],
  [
    "a version is a version, or it is refused",
    async ({ person, call }) => {
      const { token } = await person();
      const send = (match: string) =>
        call("updateMe", { token, body: { name: "x" }, headers: { "If-Match": match } });

      expect(await send("1")).toMatchObject({ status: 422, code: "validation_failed" });
      expect(await send('W/"1"')).toMatchObject({ status: 412, code: "version_conflict" });
      expect(await send('"98", "99"')).toMatchObject({ status: 412, code: "version_conflict" });
    },
  ],
  [
    "every change of a person may say its version, and wrong values are told first",
    async ({ person, call }) => {
      const { token, password } = await person();
      const headers = { "If-Match": '"99"' };
      const late = { status: 412, code: "version_conflict" };

      expect(
        await call("updateMyMetadata", {
          token,
          headers,
          body: { public_metadata: { theme: "dark" } },
        }),
      ).toMatchObject(late);
      expect(await call("cancelEmail", { token, headers })).toMatchObject(late);
      expect(
        await call("changePassword", {
          token,
          headers,
          body: { current_password: password, new_password: "another long one" },
        }),
      ).toMatchObject(late);
      expect(await call("updateMe", { token, headers, body: { phone: "x" } })).toMatchObject({
        status: 422,
      });
      expect(
        await call("deleteMe", { token, headers, body: { current_password: "wrong" } }),
      ).toMatchObject({ code: "password_incorrect" });
    },
  ],
  [
    "a refusal is not kept: the same key may succeed later",
    async ({ person, call }) => {
      const ada = await person();
      const change = (current: string) =>
        call("changePassword", {
          token: ada.token,
          body: { current_password: current, new_password: "another long one" },
          headers: { "Idempotency-Key": `key-${ada.id}` },
        });

      expect(await change("wrong")).toMatchObject({ status: 422 });
      expect(await change(ada.password)).toMatchObject({ status: 200 });
    },
  ],
];
