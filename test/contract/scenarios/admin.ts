import { expect } from "vitest";
import type { Scenario } from "../stage.js";

export const admin: readonly Scenario[] = [
  [
    "a secret key sees all of a person, and edits all that an administrator may",
    async ({ person, call }) => {
      const { id } = await person();

      const saved = await call("updateUser", {
        params: { id },
        body: {
          name: "Ada",
          phone: "+442071234567",
          role: "billing",
          public_metadata: { plan: "gold" },
          metadata: { crm: { id: 7 } },
        },
      });
      const read = await call("getUser", { params: { id } });

      expect(saved.body).toMatchObject({
        name: "Ada",
        phone_number: "+442071234567",
        role: "billing",
        public_metadata: { plan: "gold" },
        private_metadata: { crm: { id: 7 } },
        metadata: { crm: { id: 7 } },
      });
      expect(read.body).toEqual(saved.body);
    },
  ],
  [
    "a new address waits for proof, unless it comes proven",
    async ({ person, call }) => {
      const { id, email } = await person();
      const send = (body: object) => call("updateUser", { params: { id }, body });

      const waiting = await send({ email: `x.${email}` });
      const proven = await send({ email: `y.${email}`, email_verified: true });

      expect(waiting.body).toMatchObject({ email, pending_email: `x.${email}` });
      expect(proven.body).toMatchObject({
        email: `y.${email}`,
        email_verified: true,
        pending_email: null,
      });
    },
  ],
  [
    "what contradicts itself is refused",
    async ({ person, call }) => {
      const { id } = await person();
      const send = (body: object) => call("updateUser", { params: { id }, body });
      const refused = (field: string, code: string) => ({
        status: 422,
        body: { error: { fields: { [field]: [{ code }] } } },
      });

      expect(await send({ disabled: true, status: "active" })).toMatchObject(
        refused("status", "contradiction"),
      );
      expect(await send({ disabled: true, status: "pending" })).toMatchObject(
        refused("status", "invalid_choice"),
      );
      expect(await send({ metadata: { a: 1 }, private_metadata: { a: 2 } })).toMatchObject(
        refused("metadata", "duplicate_field"),
      );
      expect(await send({ role: " " })).toMatchObject(refused("role", "required"));
    },
  ],
  [
    "what nobody sets is refused to administrators too",
    async ({ person, call }) => {
      const { id } = await person();

      const refused = await call("updateUser", {
        params: { id },
        body: { id: "usr_other", mfa_enrolled: true },
      });

      expect(refused).toMatchObject({ status: 403, code: "field_not_editable" });
    },
  ],
  [
    "an administrator's change may say which version it is based on",
    async ({ person, call }) => {
      const { id } = await person();

      const refused = await call("updateUser", {
        params: { id },
        body: { name: "Ada" },
        headers: { "If-Match": '"99"' },
      });

      expect(refused).toMatchObject({
        status: 412,
        code: "version_conflict",
        body: { error: { current: { id } } },
      });
    },
  ],
  [
    "a disabled person's sessions end, and status says the same as disabled",
    async ({ person, call }) => {
      const { id, token } = await person();
      const send = (body: object) => call("updateUser", { params: { id }, body });

      const off = await send({ status: "disabled" });
      const refused = await call("getMe", { token });
      const on = await send({ disabled: false });

      expect(off.body).toMatchObject({ status: "disabled", disabled: true });
      expect(refused.status).toBeGreaterThanOrEqual(401);
      expect(on.body).toMatchObject({ status: "active", disabled: false });
      expect(await call("getMe", { token })).toMatchObject({
        status: 401,
        code: "session_revoked",
      });
    },
  ],
  [
    "an administrator acts by her own session; a member does not",
    async ({ person, call }) => {
      const boss = await person();
      const { id } = await person();
      const read = () => call("getUser", { token: boss.token, params: { id } });

      expect(await read()).toMatchObject({ status: 403, code: "insufficient_permissions" });
      await call("updateUser", { params: { id: boss.id }, body: { role: "admin" } });
      expect(await read()).toMatchObject({ status: 200 });
      expect(
        await call("updateUser", {
          token: boss.token,
          params: { id: boss.id },
          body: { role: "member" },
        }),
      ).toMatchObject({ status: 409, code: "self_action" });
      await call("updateUser", { params: { id: boss.id }, body: { role: "member" } });
    },
  ],
  [
    "there is no such user, tenant or key",
    async ({ call }) => {
      const id = "usr_none";

      expect(await call("getUser", { params: { id } })).toMatchObject({
        status: 404,
        code: "user_not_found",
      });
      expect(await call("updateUser", { params: { id }, body: { name: "x" } })).toMatchObject({
        status: 404,
        code: "user_not_found",
      });
      expect(await call("getAuthConfig", { params: { tenantId: "tnt_none" } })).toMatchObject({
        status: 404,
        code: "tenant_not_found",
      });
      expect(await call("getUser", { params: { id }, token: "sk_test_none" })).toMatchObject({
        status: 401,
        code: "invalid_api_key",
      });
    },
  ],
  [
    "settings change one by one, and unknown ones are refused",
    async ({ call }) => {
      const before = await call("getAuthConfig");

      const changed = await call("updateAuthConfig", {
        body: { password_policy: { min_length: 12 }, allowed_email_domains: ["example.com"] },
      });
      const weak = await call("signUp", {
        body: { email: "short@example.com", password: "eleven char" },
      });
      const elsewhere = await call("signUp", {
        body: { email: "ada@elsewhere.com", password: "long enough for all" },
      });
      const restored = await call("updateAuthConfig", { body: before.body });
      const unknown = await call("updateAuthConfig", { body: { colour: "red" } });

      expect(changed.body).toMatchObject({
        password_policy: { min_length: 12, max_length: 128 },
        user_editable_metadata_keys: ["theme", "language", "notifications"],
      });
      expect(weak).toMatchObject({ status: 422, code: "password_too_weak" });
      expect(elsewhere.status).toBe(422);
      expect(restored.body).toEqual(before.body);
      expect(unknown).toMatchObject({ status: 422, code: "validation_failed" });
    },
  ],
];
