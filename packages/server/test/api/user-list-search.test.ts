import { afterAll, beforeAll, expect, test } from "vitest";
import { forEachDatabase } from "../support/database.js";
import { openTestApi, type TestApi } from "./test-api.js";

forEachDatabase((kind) => {
  let api: TestApi;

  const add = (id: string, email: string, name: string | null, last: string | null = null) =>
    api.database.sql`insert into users (tenant_id, id, email, name, last_name)
      values (${api.tenant.id}, ${id}, ${email}, ${name}, ${last})`;

  /** The ids of who is found, in their order. */
  async function find(q: string, more = ""): Promise<string> {
    const { status, body } = await api.request(
      "GET",
      `/v1/users?sort=email&limit=100&q=${encodeURIComponent(q)}${more}`,
      { token: api.tenant.sk },
    );
    if (status !== 200) throw new Error(JSON.stringify(body));
    expect(body.pagination.total).toBe(body.data.length);
    return body.data.map((user: { id: string }) => user.id.slice(4)).join(" ");
  }

  beforeAll(async () => {
    api = await openTestApi(kind);
    await add("usr_ada", "Ada.Lovelace@Example.com", "Countess");
    await add("usr_bob", "bob@nowhere.test", null, "Młot-Kowalski");
    await add("usr_cy", "cy_1+x@sub.nowhere.test", "100% ÉVA\\Σοφία");
    await add("usr_dan", "dan@nowhere.test", "O'Brien ИВАН");
  });
  afterAll(() => api.close());

  test("a part of an address, a name or an id is found, whatever its case", async () => {
    expect(await find("LOVEL")).toBe("ada");
    expect(await find("ada.love")).toBe("ada");
    expect(await find("untes")).toBe("ada");
    expect(await find("sr_bo")).toBe("bob");
    expect(await find("nowhere")).toBe("bob cy dan");
    expect(await find("MŁOT-kow")).toBe("bob");
    expect(await find("éva")).toBe("cy");
    expect(await find("ΣΟΦΊΑ")).toBe("cy");
    expect(await find("иван")).toBe("dan");
    expect(await find("nobody at all")).toBe("");
  });

  test("a long word is found whole, in its order, though its pieces stand elsewhere", async () => {
    expect(await find("ada.lovelace@example.com")).toBe("ada");
    expect(await find("LOVELACE@EXAMPLE")).toBe("ada");
    expect(await find("lovelaceada")).toBe("");
    expect(await find("lace.love")).toBe("");
    expect(await find("nowheretest")).toBe("");
    expect(await find("cy_1+x@sub.nowhere.test")).toBe("cy");
    expect(await find("cy_1%x@sub.nowhere.test")).toBe("");
    expect(await find("młot-kowalski")).toBe("bob");
    expect(await find("Kowalsk\u0130")).toBe("");
  });

  test("every word must be found, each wherever it is", async () => {
    expect(await find("countess ada")).toBe("ada");
    expect(await find("  иван   dan@ ")).toBe("dan");
    expect(await find("countess bob")).toBe("");
  });

  test("one or two characters are found where a word begins", async () => {
    expect(await find("lo")).toBe("ada");
    expect(await find("ov")).toBe("");
    expect(await find("k")).toBe("bob");
    expect(await find("И")).toBe("dan");
    expect(await find("b")).toBe("bob dan");
    expect(await find("us")).toBe("ada bob cy dan");
    expect(await find("1+")).toBe("cy");
  });

  test("signs are taken as they are", async () => {
    expect(await find("%")).toBe("cy");
    expect(await find("0%")).toBe("");
    expect(await find("%%%")).toBe("");
    expect(await find("00% é")).toBe("cy");
    expect(await find("_1")).toBe("cy");
    expect(await find("___")).toBe("");
    expect(await find("\\")).toBe("cy");
    expect(await find("\\ς")).toBe("");
    expect(await find("a\\σ")).toBe("cy");
    expect(await find("'")).toBe("dan");
    expect(await find("o'")).toBe("dan");
    expect(await find("+x@")).toBe("cy");
    expect(await find(".*")).toBe("");
    expect(await find("[a-z]")).toBe("");
    expect(await find("-")).toBe("bob");
  });

  test("a blank search is no search, and control signs find nobody", async () => {
    expect(await find("")).toBe("ada bob cy dan");
    expect(await find("   ")).toBe("ada bob cy dan");
    expect(await find("\n")).toBe("ada bob cy dan");
    expect(await find("\u0007")).toBe("");
    const nul = await api.request("GET", "/v1/users?q=a%00b", { token: api.tenant.sk });
    expect(nul.body.error).toMatchObject({ status: 422, code: "validation_failed" });
  });

  test("a search goes with filters, and follows a change of name", async () => {
    expect(await find("nowhere", "&status=active")).toBe("");
    expect(await find("nowhere", "&status=pending&role=member")).toBe("bob cy dan");

    await api.call("updateUser", {
      ...{ token: api.tenant.sk, params: { id: "usr_bob" } },
      body: { last_name: "Renamed" },
    });

    expect(await find("renam")).toBe("bob");
    expect(await find("kowalski")).toBe("");
  });
});
