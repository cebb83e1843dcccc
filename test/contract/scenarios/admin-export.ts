import { expect } from "vitest";
import { make, refusedField, uniqueTag } from "../cast.js";
import type { Answer, Json, Scenario, Stage } from "../stage.js";

type Asked = Partial<
  Record<"q" | "sort" | "order" | "masked" | "disabled" | "format" | "fields", string>
>;
type Way = (stage: Stage, asked: Asked) => Promise<Answer>;

const flag = (name: string, text: string | undefined) =>
  text === undefined ? {} : { [name]: text === "true" };

/** Two rows of the table say the same. */
const ways: Record<string, Way> = {
  "asked in an address": (stage, query) => stage.call("exportUsers", { query }),
  "asked in a body": (stage, { q, sort: field, order, masked, disabled, ...file }) => {
    const sort = field && { field, ...(order && { direction: order }) };
    const filters = flag("disabled", disabled);
    const body = { query: q, ...(sort && { sort }), filters, ...flag("masked", masked), ...file };
    return stage.call("exportFoundUsers", { body });
  },
};

async function twoPeople(stage: Stage, way: Way) {
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
  const take = (asked: Asked = {}) => way(stage, { q: tag, sort: "email", ...asked });
  return { tag, name, ada, grace, take };
}

const ofMany = ([asked, way]: [string, Way]): readonly Scenario[] => [
  [
    `${asked}, a list leaves as a table that no spreadsheet runs`,
    async (stage) => {
      const { take, ada, grace, tag } = await twoPeople(stage, way);

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
    `${asked}, metadata is in the table only when it is wanted`,
    async (stage) => {
      const { take } = await twoPeople(stage, way);
      const [head] = (await take()).text.split("\r\n");

      expect(head?.split(",").slice(0, 3)).toEqual(["id", "tenant_id", "email"]);
      expect(head).not.toContain("metadata");
      expect((await take({ fields: "public_metadata" })).text).toBe(
        'public_metadata\r\n"{""plan"":""gold""}"\r\n{}\r\n',
      );
    },
  ],
  [
    `${asked}, a list leaves as lines of JSON, each the person as she is read`,
    async (stage) => {
      const { take, ada, grace } = await twoPeople(stage, way);
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
    `${asked}, an export obeys conditions and masks, and the log does not say what was searched`,
    async (stage) => {
      const { take, tag } = await twoPeople(stage, way);
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
];

export const adminExport: readonly Scenario[] = [
  ...Object.entries(ways).flatMap(ofMany),
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
    "nor is there in a body, which is read strictly",
    async ({ call }) => {
      const take = (body: object) => call("exportFoundUsers", { body });

      expect(await take({ fields: "id,password" })).toMatchObject(
        refusedField("fields", "unknown_field"),
      );
      expect(await take({ fields: ["id"] })).toMatchObject(refusedField("fields", "invalid_type"));
      expect(await take({ format: "xlsx" })).toMatchObject({ status: 422 });
      expect(await take({ limit: 5 })).toMatchObject(refusedField("limit", "unknown_field"));
      expect(await take({ filters: { org: "a", organization_id: "b" } })).toMatchObject(
        refusedField("filters.org", "duplicate_field"),
      );
      expect((await take({ query: "nobody-at-all", fields: "id" })).text).toBe("id\r\n");
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
