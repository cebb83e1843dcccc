import { expect } from "vitest";
import { make, refusedField, uniqueTag } from "../cast.js";
import type { Json, Scenario, Stage } from "../stage.js";

async function twoPeople(stage: Stage) {
  const tag = uniqueTag();
  const name = `=1+1 "${tag}", née O'Hara`;
  const ada = await make(stage, {
    email: `a.${tag}@example.com`,
    name,
    phone_number: "+442071234567",
    public_metadata: { plan: "gold" },
    disabled: true,
  });
  const grace = await make(stage, { email: `b.${tag}@example.com`, disabled: true });
  const take = (query: Record<string, string> = {}) =>
    stage.call("exportUsers", { query: { q: tag, sort: "email", ...query } });
  return { tag, name, ada, grace, take };
}

export const adminExport: readonly Scenario[] = [
  [
    "a list leaves as a table that no spreadsheet runs",
    async (stage) => {
      const { take, ada, grace, tag } = await twoPeople(stage);

      const { text, headers } = await take({ fields: "id,email,name,phone_number,disabled" });

      expect(text.split("\r\n")).toEqual([
        "id,email,name,phone_number,disabled",
        `${ada.id},${ada.email},"'=1+1 ""${tag}"", née O'Hara",'+442071234567,true`,
        `${grace.id},${grace.email},,,true`,
        "",
      ]);
      expect(headers.get("content-type")).toBe("text/csv; charset=utf-8; header=present");
      expect(headers.get("content-disposition")).toMatch(
        /^attachment; filename="users-\d{4}-\d\d-\d\d\.csv"$/,
      );
    },
  ],
  [
    "metadata is in the table only when it is asked for",
    async (stage) => {
      const { take } = await twoPeople(stage);
      const [head] = (await take()).text.split("\r\n");

      expect(head?.split(",").slice(0, 3)).toEqual(["id", "tenant_id", "email"]);
      expect(head).not.toContain("metadata");
      expect((await take({ fields: "public_metadata" })).text).toBe(
        'public_metadata\r\n"{""plan"":""gold""}"\r\n{}\r\n',
      );
    },
  ],
  [
    "a list leaves as lines of JSON, each the person as she is read",
    async (stage) => {
      const { take, ada, grace } = await twoPeople(stage);
      const read = async (id: string) => (await stage.call("getUser", { params: { id } })).body;

      const { text, headers } = await take({ format: "ndjson" });
      const few = await take({ format: "ndjson", fields: "id" });

      expect(text.endsWith("\n")).toBe(true);
      expect(
        text
          .trim()
          .split("\n")
          .map((line) => JSON.parse(line) as Json),
      ).toEqual([await read(ada.id), await read(grace.id)]);
      expect(few.text).toBe(`{"id":"${ada.id}"}\n{"id":"${grace.id}"}\n`);
      expect(headers.get("content-type")).toMatch(/^application\/x-ndjson/);
    },
  ],
  [
    "an export obeys conditions and masks, and the log does not say what was searched",
    async (stage) => {
      const { take, tag } = await twoPeople(stage);
      const query = { fields: "email,phone_number", masked: "true", order: "desc" };

      const { text } = await take(query);
      const none = await take({ fields: "id", disabled: "false" });
      const log = await stage.call("listAuditEvents", {
        query: { type: "users.exported", limit: "2" },
      });

      expect(text).toBe("email,phone_number\r\nb•••@e•••.com,\r\na•••@e•••.com,'+4•••••••67\r\n");
      expect(none.text).toBe("id\r\n");
      expect(log.body["data"]).toMatchObject([
        { resource_id: null, metadata: { format: "csv", filters: expect.arrayContaining(["q"]) } },
        { metadata: { fields: ["email", "phone_number"] } },
      ]);
      expect(JSON.stringify(log.body)).not.toContain(tag);
    },
  ],
  [
    "there is no such column or format, and no page of an export",
    async ({ call }) => {
      const take = (query: Record<string, string>) => call("exportUsers", { query });

      expect(await take({ fields: "id,password" })).toMatchObject(
        refusedField("fields", "unknown_field"),
      );
      expect(await take({ format: "xlsx" })).toMatchObject({ status: 422 });
      expect(await take({ limit: "5" })).toMatchObject(refusedField("limit", "unknown_field"));
      expect(await take({ sort: "name", order_by: "email" })).toMatchObject({ status: 422 });
    },
  ],
  [
    "all that is held about one person leaves at once, ended sessions too",
    async ({ person, signIn, call }) => {
      const ada = await person();
      const other = await signIn(ada);
      await call("revokeSession", { params: { id: ada.sessionId } });
      await call("updateUser", { params: { id: ada.id }, body: { metadata: { crm: 7 } } });

      const { body } = await call("exportUser", { params: { id: ada.id } });

      expect(body).toMatchObject({
        user: { id: ada.id, private_metadata: { crm: 7 } },
        sessions: [{ id: other.sessionId }, { id: ada.sessionId }],
        factors: [],
        connections: [],
        organizations: [],
      });
      const [newest] = body["audit_events"] as Json[];
      expect(newest).toMatchObject({ type: "user.exported", resource_id: ada.id });
      expect(JSON.stringify(body)).not.toContain("password_hash");
      expect(await call("exportUser", { params: { id: "usr_none" } })).toMatchObject({
        status: 404,
        code: "user_not_found",
      });
    },
  ],
];
