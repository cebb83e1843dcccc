import { expect } from "vitest";
import { make, refusedField, uniqueTag } from "../cast.js";
import type { Scenario } from "../stage.js";

export const adminCreate: readonly Scenario[] = [
  [
    "all that an administrator edits may be given at once",
    async (stage) => {
      const { id } = await make(stage, {
        name: "Ada",
        last_name: "Lovelace",
        phone: "0044 20 7123 4567",
        avatar_url: "https://example.com/a.png",
        email_verified: true,
        role: "billing",
        disabled: true,
        public_metadata: { plan: "gold", none: null },
        metadata: { crm: 7 },
      });

      expect((await stage.call("getUser", { params: { id } })).body).toMatchObject({
        name: "Ada",
        first_name: null,
        last_name: "Lovelace",
        phone_number: "+442071234567",
        phone_verified: false,
        avatar_url: "https://example.com/a.png",
        email_verified: true,
        role: "billing",
        status: "disabled",
        public_metadata: { plan: "gold" },
        private_metadata: { crm: 7 },
        last_sign_in_at: null,
      });
    },
  ],
  [
    "an address is one person's alone",
    async (stage) => {
      const { email } = await make(stage);

      expect(
        await stage.call("createUser", { body: { email: email.toUpperCase() } }),
      ).toMatchObject({
        status: 409,
        code: "email_already_exists",
        body: { error: { fields: { email: [{ code: "email_already_exists" }] } } },
      });
    },
  ],
  [
    "what nobody sets is refused whole, and so is what cannot be read",
    async ({ call }) => {
      const email = `${uniqueTag()}@example.com`;
      const send = (body: object) => call("createUser", { body: { email, ...body } });

      expect(await send({ id: "usr_mine", created_at: "2026-01-01" })).toMatchObject({
        status: 403,
        code: "field_not_editable",
      });
      expect(await send({ password: "short" })).toMatchObject({ code: "password_too_weak" });
      expect(await send({ password: "password1" })).toMatchObject({ code: "password_too_weak" });
      expect(await send({ email: "ada" })).toMatchObject({ code: "invalid_email" });
      expect(await send({ phone: "555" })).toMatchObject({ code: "invalid_phone_number" });
      expect(await send({ status: "active" })).toMatchObject(
        refusedField("status", "unknown_field"),
      );
      expect(await send({ metadata: {}, private_metadata: { a: 1 } })).toMatchObject(
        refusedField("metadata", "duplicate_field"),
      );
      expect(await call("createUser", { body: {} })).toMatchObject(
        refusedField("email", "required"),
      );
      expect(await call("listUsers", { query: { email } })).toMatchObject({ body: { data: [] } });
    },
  ],
  [
    "she may begin as a member of an organization there is",
    async (stage) => {
      const { call } = stage;
      const { body } = await call("createOrganization", { body: { name: "Acme" } });
      const organization_id = String(body["id"]);
      const { id } = await make(stage, { organization_id });
      const email = `${uniqueTag()}@example.com`;
      const send = (given: object) => call("createUser", { body: { email, ...given } });

      const query = { include: "organizations" };
      expect((await call("getUser", { params: { id }, query })).body).toMatchObject({
        organizations: [{ organization_id, role: "member" }],
      });
      expect(await send({ organization_id: "org_none" })).toMatchObject(
        refusedField("organization_id", "not_found"),
      );
      expect(await send({ organization_role: "owner" })).toMatchObject(
        refusedField("organization_id", "required"),
      );
      expect(await call("listUsers", { query: { email } })).toMatchObject({ body: { data: [] } });
    },
  ],
  [
    "the same call with the same key makes one person",
    async ({ call }) => {
      const email = `${uniqueTag()}@example.com`;
      const headers = { "Idempotency-Key": uniqueTag() };
      const send = (name: string) => call("createUser", { body: { email, name }, headers });

      const first = await send("Ada");
      const again = await send("Ada");

      expect(again.body).toEqual(first.body);
      expect(await send("Grace")).toMatchObject({ status: 409, code: "idempotency_key_reused" });
    },
  ],
];
