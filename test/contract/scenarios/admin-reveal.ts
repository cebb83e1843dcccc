import { expect } from "vitest";
import { make } from "../cast.js";
import type { Scenario } from "../stage.js";

export const adminReveal: readonly Scenario[] = [
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
