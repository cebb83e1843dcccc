import { expect } from "vitest";
import type { Scenario } from "../stage.js";

export const metadata: readonly Scenario[] = [
  [
    "metadata merges at every depth",
    async ({ person, call }) => {
      const { token } = await person();
      const merge = (patch: object) =>
        call("updateMyMetadata", { token, body: { public_metadata: patch } });

      await merge({
        theme: "dark",
        notifications: { mail: true, push: { at: "9", days: [1, 2] } },
      });
      const merged = await merge({
        theme: null,
        notifications: { push: { at: null, days: [3] } },
        language: "es",
      });

      const expected = { notifications: { mail: true, push: { days: [3] } }, language: "es" };
      expect(merged.body).toMatchObject({ public_metadata: expected, metadata: expected });
    },
  ],
  [
    "a key that the tenant does not open is refused, and the others with it",
    async ({ person, call }) => {
      const { token } = await person();

      const refused = await call("updateMyMetadata", {
        token,
        body: { public_metadata: { theme: "dark", plan_Name: "gold" } },
      });
      const me = await call("getMe", { token });

      expect(refused).toMatchObject({
        status: 403,
        code: "field_not_editable",
        body: {
          error: { fields: { "public_metadata.plan_Name": [{ code: "key_not_editable" }] } },
        },
      });
      expect(me.body).toMatchObject({ public_metadata: {} });
    },
  ],
  [
    "metadata that is too large or dangerous is refused",
    async ({ person, call }) => {
      const { token } = await person();
      const send = (theme: unknown) =>
        call("updateMyMetadata", { token, body: { public_metadata: { theme } } });

      expect(await send("x".repeat(8200))).toMatchObject({
        status: 422,
        code: "metadata_too_large",
      });
      expect(await send({ a: { b: { c: { d: { e: 1 } } } } })).toMatchObject({
        status: 422,
        code: "metadata_too_large",
      });
      expect(await call("updateMyMetadata", { token, body: {} })).toMatchObject({
        status: 422,
        code: "validation_failed",
      });
      expect(
        await call("updateMyMetadata", { token, body: { public_metadata: [] } }),
      ).toMatchObject({ status: 422, code: "validation_failed" });
    },
  ],
  [
    "the limit holds for what becomes of the metadata",
    async ({ person, call }) => {
      const { token } = await person();
      const send = (patch: object) =>
        call("updateMyMetadata", { token, body: { public_metadata: patch } });

      await send({ theme: "x".repeat(5000) });

      expect(await send({ language: "x".repeat(5000) })).toMatchObject({
        status: 422,
        code: "metadata_too_large",
      });
    },
  ],
];
