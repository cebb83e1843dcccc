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
