import { expect } from "vitest";
import { refusedField, uniqueTag } from "../cast.js";
import type { Scenario } from "../stage.js";

export const adminOwnEvents: readonly Scenario[] = [
  [
    "an application tells its own events, which are known as such",
    async ({ call }) => {
      const resource_id = uniqueTag();

      const { status, body } = await call("createAuditEvent", {
        body: {
          action: "invoice.paid",
          resource_id,
          actor: "billing",
          reason: "Monthly",
          metadata: { amount: 7 },
        },
      });
      const log = await call("listAuditEvents", { query: { source: "api", resource_id } });

      expect(status).toBe(201);
      expect(body).toMatchObject({
        type: "invoice.paid",
        source: "api",
        actor_type: "api_key",
        resource_id,
        reason: "Monthly",
        metadata: { amount: 7, actor: "billing" },
      });
      expect(log.body["data"]).toEqual([body]);
      expect(
        await call("listAuditEvents", { query: { source: "system", resource_id } }),
      ).toMatchObject({ body: { data: [] } });
    },
  ],
  [
    "the log is asked, and told, strictly",
    async ({ call }) => {
      const tell = (body: object) => call("createAuditEvent", { body });
      const ask = (query: Record<string, string>) => call("listAuditEvents", { query });

      expect(await tell({})).toMatchObject(refusedField("type", "required"));
      expect(await tell({ type: "a.b", action: "a.c" })).toMatchObject(
        refusedField("action", "duplicate_field"),
      );
      expect(await tell({ type: "Not a type" })).toMatchObject({ status: 422 });
      expect(await tell({ type: "a.b", source: "system" })).toMatchObject(
        refusedField("source", "unknown_field"),
      );
      expect(await ask({ limit: "201" })).toMatchObject({ status: 422 });
      expect(await ask({ from: "yesterday" })).toMatchObject({ status: 422 });
      expect(await ask({ source: "elsewhere" })).toMatchObject({ status: 422 });
    },
  ],
];
