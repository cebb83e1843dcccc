import { expect } from "vitest";
import { make, uniqueTag } from "../cast.js";
import type { Json, Scenario } from "../stage.js";

export const adminReveal: readonly Scenario[] = [
  [
    "addresses and numbers may be hidden, and tell nothing of their length",
    async (stage) => {
      const tag = uniqueTag();
      const short = await make(stage, { name: tag, phone_number: "+4420123456" });
      const long = await make(stage, {
        name: tag,
        email: `${tag}.with.a.long.name@example.com`,
        phone_number: "+442071234567890",
      });

      const { body } = await stage.call("listUsers", { query: { q: tag, masked: "true" } });
      const one = await stage.call("getUser", {
        params: { id: short.id },
        query: { masked: "true" },
      });
      const [second, first] = body["data"] as Json[];

      expect(first).toMatchObject({ id: short.id, email: "z•••@e•••.com" });
      expect(second).toMatchObject({ id: long.id, email: first?.["email"], pending_email: null });
      expect(first?.["phone_number"]).toBe("+4•••••••56");
      expect(second?.["phone_number"]).toBe("+4•••••••90");
      expect(one.body).toEqual(first);
    },
  ],
  [
    "what is hidden is told on request, and the log says to whom and why",
    async (stage) => {
      const { call } = stage;
      const { id, email } = await make(stage, { phone_number: "+442071234567" });

      const { body } = await call("revealUser", {
        params: { id },
        body: { fields: ["phone_number", "email"], reason: "She called us" },
      });
      const log = await call("listAuditEvents", {
        query: { resource_id: id, type: "user.revealed" },
      });

      expect(body).toEqual({
        email,
        phone_number: "+442071234567",
        audit_event_id: expect.any(String),
      });
      expect(log.body["data"]).toMatchObject([
        {
          id: body["audit_event_id"],
          actor_type: "api_key",
          reason: "She called us",
          changed_fields: ["email", "phone_number"],
        },
      ]);
      expect(JSON.stringify(log.body)).not.toContain("+442071234567");
    },
  ],
  [
    "an address that waits for proof is told, too",
    async (stage) => {
      const { id } = await make(stage);
      const reveal = () =>
        stage.call("revealUser", { params: { id }, body: { fields: ["pending_email"] } });

      expect((await reveal()).body).toMatchObject({ pending_email: null });
      await stage.call("updateUser", { params: { id }, body: { email: `x.${id}@example.com` } });
      expect((await reveal()).body).toMatchObject({ pending_email: `x.${id}@example.com` });
    },
  ],
  [
    "only what may be hidden can be asked for",
    async (stage) => {
      const { id } = await make(stage);
      const reveal = (body: object, params = { id }) => stage.call("revealUser", { params, body });

      expect(await reveal({ fields: [] })).toMatchObject({ status: 422 });
      expect(await reveal({ fields: ["password"] })).toMatchObject({ status: 422 });
      expect(await reveal({})).toMatchObject({ status: 422 });
      expect(await reveal({ fields: ["email"] }, { id: "usr_none" })).toMatchObject({
        status: 404,
        code: "user_not_found",
      });
    },
  ],
];
