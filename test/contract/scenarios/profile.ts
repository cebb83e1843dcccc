import { expect } from "vitest";
import type { Scenario } from "../stage.js";

export const profile: readonly Scenario[] = [
  [
    "a person reads herself, and what she may edit",
    async ({ person, call }) => {
      const { token, email, id } = await person();

      const me = await call("getMe", { token });

      expect(me.headers.get("etag")).toBe(`"${String(me.body["version"])}"`);
      expect(me.body).toMatchObject({
        id,
        email,
        email_verified: true,
        role: "member",
        status: "active",
        disabled: false,
        public_metadata: {},
        metadata: {},
        editable: {
          fields: expect.arrayContaining(["name", "first_name", "email", "public_metadata"]),
          metadata_keys: ["theme", "language", "notifications"],
          refused: { role: "admin_only", id: "system_managed", email_verified: "admin_only" },
          password_policy: { min_length: 8, max_length: 128 },
        },
      });
      expect(me.body).not.toHaveProperty("private_metadata");
    },
  ],
  [
    "a person edits every field of her profile",
    async ({ person, call }) => {
      const { token } = await person();
      const body = {
        first_name: " Ada ",
        last_name: "Lovelace",
        avatar_url: "https://example.com/ada.png",
        phone_number: "+1 (415) 555-2671",
      };

      const saved = await call("updateMe", { token, body });
      const read = await call("getMe", { token });

      expect(saved.body).toMatchObject({
        first_name: "Ada",
        last_name: "Lovelace",
        name: "Ada Lovelace",
        avatar_url: "https://example.com/ada.png",
        phone_number: "+14155552671",
        phone_verified: false,
      });
      expect(read.body).toEqual(saved.body);
    },
  ],
  [
    "a display name stands until the name it covers is set",
    async ({ person, call }) => {
      const { token } = await person();
      const set = (body: object) => call("updateMe", { token, body });

      const first = await set({ first_name: "Ada", last_name: "Lovelace" });
      const chosen = await set({ name: "Countess" });
      const both = await set({ name: "Both", first_name: "Augusta" });
      const split = await set({ last_name: "King" });
      const none = await set({ first_name: null, last_name: "" });

      expect(first.body).toMatchObject({ name: "Ada Lovelace" });
      expect(chosen.body).toMatchObject({ name: "Countess", first_name: "Ada" });
      expect(both.body).toMatchObject({ name: "Both", first_name: "Augusta" });
      expect(split.body).toMatchObject({ name: "Augusta King" });
      expect(none.body).toMatchObject({ name: null, first_name: null, last_name: null });
    },
  ],
  [
    "phone is another word for phone_number",
    async ({ person, call }) => {
      const { token } = await person();

      const saved = await call("updateMe", { token, body: { phone: "+442071234567" } });

      expect(saved.body).toMatchObject({ phone_number: "+442071234567" });
    },
  ],
  [
    "two numbers in one call are refused",
    async ({ person, call }) => {
      const { token } = await person();

      const refused = await call("updateMe", {
        token,
        body: { phone: "+442071234567", phone_number: "+442071234568" },
      });

      expect(refused).toMatchObject({
        status: 422,
        body: { error: { fields: { phone: [{ code: "duplicate_field" }] } } },
      });
    },
  ],
  [
    "a change of nothing changes nothing",
    async ({ person, call }) => {
      const { token } = await person();
      const before = await call("getMe", { token });

      expect((await call("updateMe", { token, body: {} })).body).toEqual(before.body);
    },
  ],
  [
    "each write grows the version",
    async ({ person, call }) => {
      const { token } = await person();
      const version = async (body: object) =>
        Number((await call("updateMe", { token, body })).body["version"]);

      const first = await version({ name: "A" });

      expect(await version({ name: "B" })).toBe(first + 1);
    },
  ],
  [
    "wrong values are refused, each by name",
    async ({ person, call }) => {
      const { token } = await person();
      const refused = (body: object) => call("updateMe", { token, body });

      expect(await refused({ phone_number: "555" })).toMatchObject({
        status: 422,
        code: "invalid_phone_number",
      });
      expect(await refused({ avatar_url: "javascript:alert(1)" })).toMatchObject({
        status: 422,
        code: "invalid_avatar_url",
      });
      expect(await refused({ email: "ada＠example.com" })).toMatchObject({
        status: 422,
        code: "invalid_email",
      });
      expect(await refused({ name: "x".repeat(201), first_name: 7 })).toMatchObject({
        status: 422,
        code: "validation_failed",
        body: {
          error: {
            fields: { name: [{ code: "too_long" }], first_name: [{ code: "invalid_type" }] },
          },
        },
      });
      expect(await refused({ shoe_size: 4 })).toMatchObject({
        status: 422,
        code: "validation_failed",
        body: { error: { fields: { shoe_size: [{ code: "unknown_field" }] } } },
      });
    },
  ],
  [
    "a field that is not hers is refused whole, before any value is looked at",
    async ({ person, call }) => {
      const { token } = await person();
      const before = await call("getMe", { token });

      const refused = await call("updateMe", {
        token,
        body: { role: "admin", version: 9, name: "Eve", phone: "not a number" },
      });
      const after = await call("getMe", { token });

      expect(refused).toMatchObject({
        status: 403,
        code: "field_not_editable",
        body: {
          error: {
            fields: { role: [{ code: "admin_only" }], version: [{ code: "system_managed" }] },
          },
        },
      });
      expect(after.body).toEqual(before.body);
    },
  ],
  [
    "TypeScript's spelling is not the wire's, but it hides nothing that is forbidden",
    async ({ person, call }) => {
      const { token } = await person();
      const send = (body: object) => call("updateMe", { token, body });

      expect(await send({ emailVerified: true })).toMatchObject({ code: "field_not_editable" });
      expect(await send({ firstName: "Ada" })).toMatchObject({ code: "validation_failed" });
    },
  ],
  [
    "a change says which version it is based on",
    async ({ person, call }) => {
      const { token } = await person();
      const { body: me } = await call("getMe", { token });
      const send = (match: string, name: string) =>
        call("updateMe", { token, body: { name }, headers: { "If-Match": match } });

      const first = await send(`"${String(me["version"])}"`, "First");
      const late = await send(`"${String(me["version"])}"`, "Late");
      const any = await send("*", "Any");

      expect(first.status).toBe(200);
      expect(late).toMatchObject({
        status: 412,
        code: "version_conflict",
        body: { error: { current: { name: "First", version: first.body["version"] } } },
      });
      expect(any.body).toMatchObject({ name: "Any" });
    },
  ],
];
